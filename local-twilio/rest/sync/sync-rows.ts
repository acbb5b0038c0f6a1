import type { ExpiringTable } from "./expiring-table";
import type { RateBucket } from "./rate-bucket";

/** What an owner stores in Sync: any JSON object. */
export type SyncData = Readonly<Record<string, unknown>>;

/** Instants are epoch milliseconds; a row without `dateExpires` lives for ever. */
interface Dated {
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly dateExpires: number | undefined;
  readonly revision: number;
}

interface SyncObject extends Dated {
  readonly sid: string;
  readonly uniqueName: string | undefined;
  readonly reads: RateBucket;
  readonly writes: RateBucket;
}

/** @see https://www.twilio.com/docs/sync/api/map-item-resource */
export interface ItemRow extends Dated {
  readonly key: string;
  readonly data: SyncData;
}

/** @see https://www.twilio.com/docs/sync/api/map-resource */
export interface MapRow extends SyncObject {
  readonly items: ExpiringTable<ItemRow>;
}

/** @see https://www.twilio.com/docs/sync/api/document-resource */
export interface DocumentRow extends SyncObject {
  readonly data: SyncData;
}

/** @see https://www.twilio.com/docs/sync/api/service */
export interface ServiceRow {
  readonly sid: string;
  /** Given by Twilio alone: `default`, or none. */
  readonly uniqueName: string | null;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly friendlyName: string | null;
  readonly webhookUrl: string | null;
  readonly flags: Readonly<Record<ServiceFlag, boolean>>;
  readonly reachabilityDebouncingWindow: number;
  /** Keyed by unique name, or by SID when they have none. */
  readonly maps: ExpiringTable<MapRow>;
  readonly documents: ExpiringTable<DocumentRow>;
  /** Creating and deleting objects has a rate of its own. */
  readonly objects: RateBucket;
}

/** The switches of a Service, as its form parameters name them and as its JSON does. */
export const SERVICE_FLAGS = {
  WebhooksFromRestEnabled: "webhooks_from_rest_enabled",
  ReachabilityWebhooksEnabled: "reachability_webhooks_enabled",
  AclEnabled: "acl_enabled",
  ReachabilityDebouncingEnabled: "reachability_debouncing_enabled",
} as const;
export type ServiceFlag = keyof typeof SERVICE_FLAGS;
