import type { Account } from "../../account";
import type { SidPrefix } from "../../sids";
import { answer } from "../route";
import type { Now, Product, WireRequest } from "../wire";
import { documentRoutes, newDocument } from "./documents";
import { DEFAULT_SERVICE, findMap, findNamed, findService, lookUpService, tableKey } from "./find-sync";
import { mapItemRoutes, setItem } from "./map-items";
import { createMap, mapRoutes } from "./maps";
import { newService, serviceRoutes } from "./services";
import type { ServiceRow, SyncData } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** Everything in a Service: maps with their items, and documents, by unique name. */
export interface SyncDump {
  readonly maps: Record<string, Record<string, SyncData>>;
  readonly documents: Record<string, SyncData>;
}

/** Sync, with a door of its own for the simulator that knows no limits. SIDs or unique names go for `map`. */
export interface SyncProduct extends Product {
  readonly services: ReadonlyMap<string, ServiceRow>;
  createService(friendlyName: string): string;
  createMap(service: string, name: string): string;
  setItem(service: string, map: string, key: string, data: SyncData): void;
  setDocument(service: string, name: string, data: SyncData): void;
  dump(service: string): SyncDump;
}

/** What Sync needs to know; `documented404` switches 404 codes from the recorded 20404 to the error dictionary's. */
export interface SyncOptions {
  readonly account: Account;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
  readonly documented404?: boolean;
}

/** Makes a Sync API with the Service that every account has. The door's methods throw a TwilioError when what they name does not exist. */
export function createSyncProduct({ documented404 = false, ...options }: SyncOptions): SyncProduct {
  const own = { ...newService(options, "Default Service"), uniqueName: DEFAULT_SERVICE };
  const services = new Map([[own.sid, own]]);
  const world: SyncWorld = { ...options, documented404, services, defaultServiceSid: own.sid };
  const routes = [
    ...mapItemRoutes(world),
    ...documentRoutes(world),
    ...mapRoutes(world),
    ...serviceRoutes(world),
  ];
  return {
    host: "sync.twilio.com",
    handle: (request) => answer(routes, request),
    targetOf: (request) => targetOf(world, request),
    services: world.services,
    createService(friendlyName) {
      const service = newService(world, friendlyName);
      world.services.set(service.sid, service);
      return service.sid;
    },
    createMap: (service, name) => createMap(world, findService(world, service), name).sid,
    setItem(service, map, key, data) {
      setItem(world, findMap(world, service, map).map, [key, data]);
    },
    setDocument: (service, name, data) => setDocument(world, findService(world, service), [name, data]),
    dump: (service) => dump(world, findService(world, service)),
  };
}

function setDocument(world: SyncWorld, service: ServiceRow, [name, data]: readonly [string, SyncData]): void {
  const before = findNamed(service.documents, name, world.clock.now());
  const document = before ?? newDocument(world, name);
  const revision = before === undefined ? 0 : before.revision + 1;
  service.documents.put(tableKey(document), {
    ...document,
    data,
    revision,
    dateUpdated: world.clock.now(),
  });
}

function dump({ clock }: SyncWorld, service: ServiceRow): SyncDump {
  const now = clock.now();
  const maps = service.maps.inOrder(now).map((map) => {
    const items = map.items.inOrder(now).map(({ key, data }) => [key, data]);
    return [tableKey(map), Object.fromEntries(items)];
  });
  const documents = service.documents.inOrder(now).map((document) => [tableKey(document), document.data]);
  return { maps: Object.fromEntries(maps), documents: Object.fromEntries(documents) };
}

const objectPath = /^\/v1\/Services\/[^/]+\/(?:Maps|Documents|Lists|Streams)\/([^/]+)/;

/** `GET graylist`: the unique name even when the request names a SID; the collection when it names no object. */
function targetOf(world: SyncWorld, { method, path }: WireRequest): string {
  const [, named] = objectPath.exec(path) ?? [];
  const [, , , sid = "Services", collection] = path.split("/");
  if (named === undefined) return `${method} ${collection ?? sid}`;
  const service = lookUpService(world, sid);
  const now = world.clock.now();
  const row = service && (findNamed(service.maps, named, now) ?? findNamed(service.documents, named, now));
  return `${method} ${row?.uniqueName ?? named}`;
}
