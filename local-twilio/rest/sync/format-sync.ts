import { isoDate } from "../iso-date";
import { formatRevision } from "./read-sync-request";
import { type DocumentRow, type ItemRow, type MapRow, SERVICE_FLAGS, type ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** Where Sync's URLs start. */
export const SYNC_BASE = "https://sync.twilio.com/v1/Services";

function dates(row: Pick<ItemRow, "dateCreated" | "dateUpdated" | "dateExpires" | "revision">) {
  return {
    date_created: isoDate(row.dateCreated),
    date_updated: isoDate(row.dateUpdated),
    date_expires: row.dateExpires === undefined ? null : isoDate(row.dateExpires),
    revision: formatRevision(row.revision),
    // Recorded from the live API for everything written over REST.
    created_by: "system",
  };
}

/** The JSON of a Service. @see https://www.twilio.com/docs/sync/api/service */
export function formatService({ account }: SyncWorld, service: ServiceRow): Record<string, unknown> {
  const url = `${SYNC_BASE}/${service.sid}`;
  const flags = Object.entries(service.flags).map(([flag, on]) => [flagName(flag), on]);
  return {
    sid: service.sid,
    unique_name: service.uniqueName,
    account_sid: account.sid,
    friendly_name: service.friendlyName,
    date_created: isoDate(service.dateCreated),
    date_updated: isoDate(service.dateUpdated),
    url,
    webhook_url: service.webhookUrl,
    ...Object.fromEntries(flags),
    reachability_debouncing_window: service.reachabilityDebouncingWindow,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
}

function flagName(flag: string): string {
  const known = Object.entries(SERVICE_FLAGS).find(([parameter]) => parameter === flag);
  return known?.[1] ?? flag;
}

/** The JSON of a Map. @see https://www.twilio.com/docs/sync/api/map-resource */
export function formatMap({ account }: SyncWorld, service: ServiceRow, map: MapRow): Record<string, unknown> {
  const url = `${SYNC_BASE}/${service.sid}/Maps/${map.sid}`;
  return {
    sid: map.sid,
    unique_name: map.uniqueName ?? null,
    account_sid: account.sid,
    service_sid: service.sid,
    url,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
    ...dates(map),
  };
}

/** The JSON of a Map Item. @see https://www.twilio.com/docs/sync/api/map-item-resource */
export function formatItem(
  { account }: SyncWorld,
  { service, map }: { readonly service: ServiceRow; readonly map: MapRow },
  item: ItemRow,
): Record<string, unknown> {
  return {
    key: item.key,
    account_sid: account.sid,
    service_sid: service.sid,
    map_sid: map.sid,
    url: `${SYNC_BASE}/${service.sid}/Maps/${map.sid}/Items/${encodeURIComponent(item.key)}`,
    data: item.data,
    ...dates(item),
  };
}

/** The JSON of a Document. @see https://www.twilio.com/docs/sync/api/document-resource */
export function formatDocument(
  { account }: SyncWorld,
  service: ServiceRow,
  document: DocumentRow,
): Record<string, unknown> {
  const url = `${SYNC_BASE}/${service.sid}/Documents/${document.sid}`;
  return {
    sid: document.sid,
    unique_name: document.uniqueName ?? null,
    account_sid: account.sid,
    service_sid: service.sid,
    url,
    links: { permissions: `${url}/Permissions` },
    data: document.data,
    ...dates(document),
  };
}
