import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { ExpiringTable } from "./expiring-table";
import { findService } from "./find-sync";
import { formatService, SYNC_BASE } from "./format-sync";
import { listReply } from "./list-sync";
import { RateBucket } from "./rate-bucket";
import { invalidParameter, undeletable } from "./sync-errors";
import type { ServiceFlag, ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** What a new Service has when its creator says nothing. @see https://www.twilio.com/docs/sync/api/service */
const DEFAULT_FLAGS: ServiceRow["flags"] = {
  WebhooksFromRestEnabled: false,
  ReachabilityWebhooksEnabled: false,
  AclEnabled: false,
  ReachabilityDebouncingEnabled: false,
};
const DEFAULT_DEBOUNCING_WINDOW_MS = 5000;

/** A Service that is not stored yet. */
export function newService(
  { clock, sids }: Pick<SyncWorld, "clock" | "sids">,
  friendlyName: string | null,
): ServiceRow {
  const now = clock.now();
  return {
    sid: sids("IS"),
    uniqueName: null,
    dateCreated: now,
    dateUpdated: now,
    friendlyName,
    webhookUrl: null,
    flags: DEFAULT_FLAGS,
    reachabilityDebouncingWindow: DEFAULT_DEBOUNCING_WINDOW_MS,
    maps: new ExpiringTable(),
    documents: new ExpiringTable(),
    objects: new RateBucket(now),
  };
}

/** The operations on Services. @see https://www.twilio.com/docs/sync/api/service */
export function serviceRoutes(world: SyncWorld): readonly Route[] {
  const store = (service: ServiceRow, request: WireRequest) => {
    const changed = { ...service, ...readSettings(service, request), dateUpdated: world.clock.now() };
    world.services.set(service.sid, changed);
    return formatService(world, changed);
  };
  return [
    route("GET", "/v1/Services", (_, request) =>
      listReply(request, {
        key: "services",
        url: SYNC_BASE,
        rows: [...world.services.values()].sort((a, b) => (a.sid < b.sid ? -1 : 1)),
        keyOf: ({ sid }) => sid,
        format: (service) => formatService(world, service),
      }),
    ),
    route("POST", "/v1/Services", (_, request) => ({
      status: 201,
      body: store(newService(world, null), request),
    })),
    route("GET", "/v1/Services/{Sid}", ({ Sid }) => ({
      status: 200,
      body: formatService(world, findService(world, Sid)),
    })),
    route("POST", "/v1/Services/{Sid}", ({ Sid }, request) => ({
      status: 200,
      body: store(findService(world, Sid), request),
    })),
    route("DELETE", "/v1/Services/{Sid}", ({ Sid }) => {
      const { sid } = findService(world, Sid);
      if (sid === world.defaultServiceSid) throw undeletable();
      world.services.delete(sid);
      return { status: 204 };
    }),
  ];
}

function readSettings(service: ServiceRow, request: WireRequest): Partial<ServiceRow> {
  const { body } = request;
  const window = body.get("ReachabilityDebouncingWindow") ?? `${service.reachabilityDebouncingWindow}`;
  if (!/^\d{1,6}$/.test(window)) throw invalidParameter("ReachabilityDebouncingWindow");
  return {
    friendlyName: body.get("FriendlyName") ?? service.friendlyName,
    webhookUrl: body.get("WebhookUrl") ?? service.webhookUrl,
    flags: { ...service.flags, ...readFlags(request) },
    reachabilityDebouncingWindow: Number(window),
  };
}

function readFlags({ body }: WireRequest): Partial<Record<ServiceFlag, boolean>> {
  const read = (name: ServiceFlag) => {
    const text = body.get(name);
    if (text === null) return {};
    if (!/^(true|false)$/i.test(text)) throw invalidParameter(name);
    return { [name]: text.toLowerCase() === "true" };
  };
  return {
    ...read("WebhooksFromRestEnabled"),
    ...read("ReachabilityWebhooksEnabled"),
    ...read("AclEnabled"),
    ...read("ReachabilityDebouncingEnabled"),
  };
}
