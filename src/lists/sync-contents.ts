import type { Account } from "../account/account";
import { readSyncDocuments } from "../account/sync-documents";
import { listMapItems } from "../account/sync-items";
import { readSyncMaps } from "../account/sync-maps";
import type { Data } from "./list-definition";

/** An item, or a Document, and when it expires (ISO 8601; left out: never). */
export interface StoredItem {
  readonly key: string;
  readonly data: Data;
  readonly expires?: string;
}

/** A map with everything in it. */
export interface StoredMap {
  readonly name: string;
  readonly expires?: string;
  readonly items: readonly StoredItem[];
}

/** Everything in a Sync Service that has a name. */
export interface SyncContents {
  readonly maps: readonly StoredMap[];
  readonly documents: readonly StoredItem[];
}

/** What is in a Service, and the SIDs by which it is reached there. */
export interface ServiceReading extends SyncContents {
  readonly mapSids: ReadonlyMap<string, string>;
  readonly documentSids: ReadonlyMap<string, string>;
  /** SIDs of maps and documents without a name: Gatehouse makes none, and nothing could find them elsewhere. */
  readonly nameless: readonly string[];
}

/** So many items are told at a time. */
const TOLD = 1000;

/**
 * Reads every map and document of a Service, in the order of their names.
 * @param tell told how far long work has come
 * @throws AccountFailure
 */
export async function readSyncContents(
  account: Account,
  serviceSid: string,
  tell: (text: string) => void = () => undefined,
): Promise<ServiceReading> {
  const allMaps = await readSyncMaps(account, serviceSid);
  const allDocuments = await readSyncDocuments(account, serviceSid);
  const maps: StoredMap[] = [];
  for (const { sid, uniqueName: name, expires } of allMaps.filter(isNamed)) {
    const onPage = (count: number) => count > 0 && count % TOLD === 0 && tell(`${name}: ${count} items read`);
    const items = await listMapItems(account, { serviceSid, map: sid }, onPage);
    // A map that is gone by now had expired.
    if (items !== undefined) maps.push({ name, ...life(expires), items: items.map(stored) });
  }
  const documents = allDocuments
    .filter(isNamed)
    .map(({ uniqueName: key, ...rest }) => stored({ key, ...rest }));
  return {
    maps: maps.sort((a, b) => compare(a.name, b.name)),
    documents: documents.sort((a, b) => compare(a.key, b.key)),
    mapSids: new Map(allMaps.map(({ uniqueName, sid }) => [uniqueName, sid])),
    documentSids: new Map(allDocuments.map(({ uniqueName, sid }) => [uniqueName, sid])),
    nameless: [...allMaps, ...allDocuments].filter((one) => !isNamed(one)).map(({ sid }) => sid),
  };
}

const isNamed = ({ uniqueName }: { readonly uniqueName: string }): boolean => uniqueName !== "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const life = (expires: string | undefined) => (expires === undefined ? {} : { expires });

function stored({
  key,
  data,
  expires,
}: {
  readonly key: string;
  readonly data: Data;
  readonly expires: string | undefined;
}): StoredItem {
  return { key, data, ...life(expires) };
}
