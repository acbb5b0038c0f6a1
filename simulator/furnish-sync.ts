import type { LocalTwilio } from "../local-twilio/local-twilio";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../src/store/maps";

/** Maps by name, items by key; and the document `patterns` among them, since its entries have keys as well. */
export type SyncContents = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;

/** What Sync holds, as it comes out: whatever was written. */
export type SyncListing = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Makes the Sync Service with every map and document that the product expects, holding `contents`. @returns its SID. */
export function furnishSync({ sync }: LocalTwilio, contents: SyncContents): string {
  const service = sync.createService("gatehouse");
  for (const map of SYNC_MAPS) {
    sync.createMap(service, map);
    for (const [key, data] of Object.entries(contents[map] ?? {})) sync.setItem(service, map, key, data);
  }
  for (const name of SYNC_DOCUMENTS) sync.setDocument(service, name, contents[name] ?? {});
  return service;
}

/** Every map and document of the Service, empty ones too. */
export function contentsOfSync({ sync }: LocalTwilio, service: string): SyncListing {
  const { maps, documents } = sync.dump(service);
  return { ...maps, ...documents };
}
