import { type Route, route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import { findMap, spendRead, spendWrite, tableKey } from "./find-sync";
import { formatItem } from "./format-sync";
import { listItems } from "./list-items";
import { writeCost } from "./rate-bucket";
import { expiry, matchesRevision, readData, readKey, readTtl } from "./read-sync-request";
import { duplicateKey, missing, missingParameter, noParameters, staleItem } from "./sync-errors";
import type { ItemRow, MapRow, ServiceRow, SyncData } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

interface Place {
  readonly service: ServiceRow;
  readonly map: MapRow;
}

/** The operations on Map Items. @see https://www.twilio.com/docs/sync/api/map-item-resource */
export function mapItemRoutes(world: SyncWorld): readonly Route[] {
  const items = "/v1/Services/{ServiceSid}/Maps/{MapSid}/Items";
  const item = `${items}/{Key}` as const;
  return [
    route("GET", items, ({ ServiceSid, MapSid }, request) =>
      listItems(world, findMap(world, ServiceSid, MapSid), request),
    ),
    route("POST", items, ({ ServiceSid, MapSid }, request) =>
      createItem(world, findMap(world, ServiceSid, MapSid), request),
    ),
    route("GET", item, ({ ServiceSid, MapSid, Key }) => {
      const place = findMap(world, ServiceSid, MapSid);
      spendRead(world, place.map);
      return itemReply(world, place, findItem(world, place, Key));
    }),
    route("POST", item, ({ ServiceSid, MapSid, Key }, request) =>
      updateItem(world, { ...findMap(world, ServiceSid, MapSid), key: Key }, request),
    ),
    route("DELETE", item, ({ ServiceSid, MapSid, Key }, request) => {
      const place = findMap(world, ServiceSid, MapSid);
      spendWrite(world, place.map);
      if (!matchesRevision(request, findItem(world, place, Key).revision)) throw staleItem();
      place.map.items.remove(Key);
      touchMap(world, place, undefined);
      return { status: 204 };
    }),
  ];
}

/** Stores an item with no regard to limits: the simulator's door. */
export function setItem(world: SyncWorld, map: MapRow, [key, data]: readonly [string, SyncData]): ItemRow {
  const now = world.clock.now();
  const before = map.items.find(key, now);
  const row: ItemRow = {
    key,
    data,
    dateCreated: before?.dateCreated ?? now,
    dateUpdated: now,
    dateExpires: before?.dateExpires,
    revision: before === undefined ? 0 : before.revision + 1,
  };
  map.items.put(key, row);
  return row;
}

function createItem(world: SyncWorld, place: Place, request: WireRequest): WireReply {
  const [key, sent] = [readKey(request), readData(request)];
  if (sent === undefined) throw missingParameter("Data");
  const ttl = readTtl(request, "ItemTtl", "Ttl");
  const collectionTtl = readTtl(request, "CollectionTtl");
  spendWrite(world, place.map, writeCost(sent.bytes));
  const now = world.clock.now();
  if (place.map.items.find(key, now) !== undefined) throw duplicateKey();
  const row = { ...setItem(world, place.map, [key, sent.value]), dateExpires: expiry(ttl, now, undefined) };
  place.map.items.put(key, row);
  touchMap(world, place, collectionTtl);
  return { ...itemReply(world, place, row), status: 201 };
}

function updateItem(
  world: SyncWorld,
  place: Place & { readonly key: string },
  request: WireRequest,
): WireReply {
  const sent = readData(request);
  const ttl = readTtl(request, "ItemTtl", "Ttl");
  const collectionTtl = readTtl(request, "CollectionTtl");
  // CollectionTtl alone is not enough: the document says that data or ttl must change in the same request.
  if (sent === undefined && ttl === undefined) throw noParameters();
  spendWrite(world, place.map, writeCost(sent?.bytes ?? 0));
  const before = findItem(world, place, place.key);
  if (!matchesRevision(request, before.revision)) throw staleItem();
  const now = world.clock.now();
  const row: ItemRow = {
    ...before,
    data: sent?.value ?? before.data,
    dateUpdated: now,
    dateExpires: expiry(ttl, now, before.dateExpires),
    revision: before.revision + 1,
  };
  place.map.items.put(place.key, row);
  touchMap(world, place, collectionTtl);
  return itemReply(world, place, row);
}

/** A write to an item moves the Map's revision on and, with CollectionTtl, its expiry to now + ttl (recorded). */
function touchMap(world: SyncWorld, { service, map }: Place, collectionTtl: number | undefined): void {
  const now = world.clock.now();
  const dateExpires = expiry(collectionTtl, now, map.dateExpires);
  service.maps.put(tableKey(map), { ...map, dateUpdated: now, revision: map.revision + 1, dateExpires });
}

function findItem(world: SyncWorld, { service, map }: Place, key: string): ItemRow {
  const item = map.items.find(key, world.clock.now());
  const path = `/Services/${service.sid}/Maps/${map.uniqueName ?? map.sid}/Items/${key}`;
  if (item === undefined) throw missing(world, "item", path);
  return item;
}

function itemReply(world: SyncWorld, place: Place, item: ItemRow): WireReply {
  const body = formatItem(world, place, item);
  return { status: 200, headers: { etag: `"${body.revision}"` }, body };
}
