import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { ExpiringTable } from "./expiring-table";
import { findMap, findNamed, findService, spendObject, spendRead, spendWrite, tableKey } from "./find-sync";
import { formatMap, SYNC_BASE } from "./format-sync";
import { listReply } from "./list-sync";
import { RateBucket } from "./rate-bucket";
import { expiry, readTtl, readUniqueName } from "./read-sync-request";
import { duplicateName, noParameters } from "./sync-errors";
import type { MapRow, ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** A new, empty Map, stored in its Service. @throws TwilioError 409/54301 when the name is taken */
export function createMap(world: SyncWorld, service: ServiceRow, uniqueName: string | undefined): MapRow {
  const now = world.clock.now();
  if (uniqueName !== undefined && findNamed(service.maps, uniqueName, now)) throw duplicateName();
  const map: MapRow = {
    sid: world.sids("MP"),
    uniqueName,
    dateCreated: now,
    dateUpdated: now,
    dateExpires: undefined,
    revision: 0,
    items: new ExpiringTable(),
    reads: new RateBucket(now),
    writes: new RateBucket(now),
  };
  service.maps.put(tableKey(map), map);
  return map;
}

/** The operations on Maps. @see https://www.twilio.com/docs/sync/api/map-resource */
export function mapRoutes(world: SyncWorld): readonly Route[] {
  return [
    route("GET", "/v1/Services/{ServiceSid}/Maps", ({ ServiceSid }, request) =>
      listMaps(world, findService(world, ServiceSid), request),
    ),
    route("POST", "/v1/Services/{ServiceSid}/Maps", ({ ServiceSid }, request) => {
      const service = findService(world, ServiceSid);
      const [ttl, name] = [readCollectionTtl(request), readUniqueName(request)];
      spendObject(world, service);
      const map = withTtl(world, createMap(world, service, name), ttl);
      service.maps.put(tableKey(map), map);
      return { status: 201, body: formatMap(world, service, map) };
    }),
    route("GET", "/v1/Services/{ServiceSid}/Maps/{Sid}", ({ ServiceSid, Sid }) => {
      const { service, map } = findMap(world, ServiceSid, Sid);
      spendRead(world, map);
      return { status: 200, body: formatMap(world, service, map) };
    }),
    route("POST", "/v1/Services/{ServiceSid}/Maps/{Sid}", ({ ServiceSid, Sid }, request) => {
      const { service, map } = findMap(world, ServiceSid, Sid);
      const ttl = readCollectionTtl(request);
      if (ttl === undefined) throw noParameters();
      spendWrite(world, map);
      const changed = { ...withTtl(world, map, ttl), dateUpdated: world.clock.now() };
      service.maps.put(tableKey(map), changed);
      return { status: 200, body: formatMap(world, service, changed) };
    }),
    route("DELETE", "/v1/Services/{ServiceSid}/Maps/{Sid}", ({ ServiceSid, Sid }) => {
      const { service, map } = findMap(world, ServiceSid, Sid);
      spendObject(world, service);
      service.maps.remove(tableKey(map));
      return { status: 204 };
    }),
  ];
}

function listMaps(world: SyncWorld, service: ServiceRow, request: WireRequest) {
  return listReply(request, {
    key: "maps",
    url: `${SYNC_BASE}/${service.sid}/Maps`,
    rows: service.maps.inOrder(world.clock.now()),
    keyOf: tableKey,
    format: (map: MapRow) => formatMap(world, service, map),
  });
}

/** `Ttl` is an alias that is ignored when `CollectionTtl` is there too. @see https://www.twilio.com/docs/sync/api/map-resource */
function readCollectionTtl(request: WireRequest): number | undefined {
  return readTtl(request, "CollectionTtl", "Ttl");
}

function withTtl({ clock }: SyncWorld, map: MapRow, ttl: number | undefined): MapRow {
  return { ...map, dateExpires: expiry(ttl, clock.now(), map.dateExpires) };
}
