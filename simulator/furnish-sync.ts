import type { LocalTwilio } from "../local-twilio/local-twilio";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../src/store/maps";

/**
 * Maps by name, items (objects) by key; and the document `patterns` among them, since its entries have keys as well.
 * Those are whatever somebody wrote.
 */
export type SyncContents = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What Sync holds, as it comes out: whatever was written. */
export type SyncListing = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Makes the Sync Service with every map and document that the product expects, holding `contents`.
 * @returns its SID. @throws TypeError for an item that is no object.
 */
export function furnishSync({ sync }: LocalTwilio, contents: SyncContents): string {
  const service = sync.createService("gatehouse");
  for (const map of SYNC_MAPS) {
    sync.createMap(service, map);
    for (const [key, data] of Object.entries(contents[map] ?? {})) {
      if (!isObject(data)) throw new TypeError(`Cannot put ${key} into the map ${map}: an item is an object`);
      sync.setItem(service, map, key, data);
    }
  }
  for (const name of SYNC_DOCUMENTS) sync.setDocument(service, name, contents[name] ?? {});
  return service;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Every map and document of the Service, empty ones too. */
export function contentsOfSync({ sync }: LocalTwilio, service: string): SyncListing {
  const { maps, documents } = sync.dump(service);
  return { ...maps, ...documents };
}
