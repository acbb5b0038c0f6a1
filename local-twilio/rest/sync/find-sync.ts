import type { ExpiringTable } from "./expiring-table";
import { missing, rateExceeded } from "./sync-errors";
import type { DocumentRow, MapRow, ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** Under this name Functions reach the account's own Service. @see @twilio/runtime-handler, `Runtime.getSync()` */
export const DEFAULT_SERVICE = "default";

/** By SID, or the account's own by `default`. @throws TwilioError 404 */
export function findService(world: SyncWorld, name: string): ServiceRow {
  const service = lookUpService(world, name);
  if (service === undefined) throw missing(world, "service", `/Services/${name}`);
  return service;
}

/** As findService, and undefined when there is none. */
export function lookUpService(
  { services, defaultServiceSid }: SyncWorld,
  name: string,
): ServiceRow | undefined {
  return services.get(name === DEFAULT_SERVICE ? defaultServiceSid : name);
}

/** The Service and its Map, by SID or unique name. @throws TwilioError 404 */
export function findMap(
  world: SyncWorld,
  serviceSid: string,
  name: string,
): { service: ServiceRow; map: MapRow } {
  const service = findService(world, serviceSid);
  const map = findNamed(service.maps, name, world.clock.now());
  if (map === undefined) throw missing(world, "map", `/Services/${serviceSid}/Maps/${name}`);
  return { service, map };
}

/** The Service and its Document, by SID or unique name. @throws TwilioError 404 */
export function findDocument(
  world: SyncWorld,
  serviceSid: string,
  name: string,
): { service: ServiceRow; document: DocumentRow } {
  const service = findService(world, serviceSid);
  const document = findNamed(service.documents, name, world.clock.now());
  if (document === undefined) throw missing(world, "document", `/Services/${serviceSid}/Documents/${name}`);
  return { service, document };
}

/** A Map or a Document by its unique name or its SID; undefined when there is none. */
export function findNamed<Row extends MapRow | DocumentRow>(
  table: ExpiringTable<Row>,
  name: string,
  now: number,
): Row | undefined {
  const row = table.find(name, now);
  if (row !== undefined || !/^(MP|ET)[0-9a-f]{32}$/.test(name)) return row;
  return table.inOrder(now).find(({ sid }) => sid === name);
}

/** The key under which a table holds a Map or a Document. */
export function tableKey({ uniqueName, sid }: MapRow | DocumentRow): string {
  return uniqueName ?? sid;
}

/** @throws TwilioError 429/54009 when the object was read too often */
export function spendRead({ clock }: SyncWorld, { reads }: MapRow | DocumentRow): void {
  if (!reads.take(clock.now())) throw rateExceeded();
}

/** @throws TwilioError 429/54009 when the object was written too often */
export function spendWrite({ clock }: SyncWorld, { writes }: MapRow | DocumentRow, cost = 1): void {
  if (!writes.take(clock.now(), cost)) throw rateExceeded();
}

/** @throws TwilioError 429/54009 when objects were created or deleted too often in the Service */
export function spendObject({ clock }: SyncWorld, { objects }: ServiceRow): void {
  if (!objects.take(clock.now())) throw rateExceeded();
}
