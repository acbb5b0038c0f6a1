import type { Account } from "./account";
import { AccountFailure } from "./account-failure";
import { ask, askFor } from "./ask";

/** A Map in a Sync Service. */
export interface MapPlace {
  readonly serviceSid: string;
  /** Its unique name, or its SID. */
  readonly map: string;
}

/** A Map Item. @see https://www.twilio.com/docs/sync/api/map-item-resource */
export interface MapItem {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: string;
  /** ISO 8601, to the second; undefined: never. */
  readonly expires: string | undefined;
}

/** What is written of an item. `ttlSeconds` 0: for ever; left out of a change: as before. */
export interface ItemWrite {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly ttlSeconds?: number;
  /** The change is only made at this revision. */
  readonly revision?: string;
}

/** Twilio's largest page. */
const PAGE_SIZE = 100;

const itemsOf = ({ client }: Account, { serviceSid, map }: MapPlace) =>
  client.sync.v1.services(serviceSid).syncMaps(map).syncMapItems;

/**
 * Whether a request can name the key: the helper library refuses some characters, Twilio never finds them, and what looks
 * like a step up the path would name the Map itself. Items with such keys can be made and listed, not changed.
 */
export function isAddressable(key: string): boolean {
  return !/[/?]/.test(key) && key !== "." && key !== "..";
}

/** The helper library puts keys into URLs as they stand. */
function itemOf(account: Account, place: MapPlace, key: string) {
  if (!isAddressable(key))
    throw new TypeError(`Cannot name the key ${JSON.stringify(key)} in a request: use the Sync console`);
  return itemsOf(account, place)(/^[\w+-]+$/.test(key) ? key : encodeURIComponent(key));
}

/**
 * Every item of a map in the order of the keys, page after page; undefined when there is no such map.
 * @param onPage told, after each page, how many there are so far
 * @throws AccountFailure
 */
export async function listMapItems(
  account: Account,
  place: MapPlace,
  onPage: (count: number) => void = () => undefined,
): Promise<MapItem[] | undefined> {
  const items = itemsOf(account, place);
  const wanted = `list the map ${place.map}`;
  const found: MapItem[] = [];
  let page = await askFor(account, wanted, () => items.page({ pageSize: PAGE_SIZE }));
  while (page !== undefined) {
    found.push(...page.instances.map(readItem));
    onPage(found.length);
    const { nextPageUrl } = page;
    if (!nextPageUrl) return found;
    page = await ask(account, wanted, () => items.getPage(nextPageUrl));
  }
  return undefined;
}

/** Undefined when there is no such item. @throws AccountFailure */
export async function fetchMapItem(
  account: Account,
  place: MapPlace,
  key: string,
): Promise<MapItem | undefined> {
  const known = itemOf(account, place, key);
  const item = await askFor(account, `read ${key} of the map ${place.map}`, () => known.fetch());
  return item && readItem(item);
}

/**
 * Makes an item; undefined when the key is there already. That may be this very write: one whose answer was lost is
 * made again.
 * @throws AccountFailure
 */
export async function createMapItem(
  account: Account,
  place: MapPlace,
  { key, data, ttlSeconds = 0 }: ItemWrite,
): Promise<MapItem | undefined> {
  return unless([409], () =>
    ask(account, `write ${key} to the map ${place.map}`, () =>
      itemsOf(account, place).create({ key, data, itemTtl: ttlSeconds }),
    ),
  );
}

/**
 * Replaces an item's data; undefined when the item is gone, or is not at that revision. That may be the doing of this
 * very write: one whose answer was lost is made again.
 * @throws AccountFailure
 */
export async function updateMapItem(
  account: Account,
  place: MapPlace,
  { key, data, ttlSeconds, revision }: ItemWrite,
): Promise<MapItem | undefined> {
  const known = itemOf(account, place, key);
  const change = {
    data,
    ...(ttlSeconds === undefined ? {} : { itemTtl: ttlSeconds }),
    ...(revision === undefined ? {} : { ifMatch: revision }),
  };
  return unless([404, 412], () =>
    ask(account, `change ${key} of the map ${place.map}`, () => known.update(change)),
  );
}

/** Whether the item is gone now: false when it is not at that revision. @throws AccountFailure */
export async function removeMapItem(
  account: Account,
  place: MapPlace,
  { key, revision }: { readonly key: string; readonly revision?: string },
): Promise<boolean> {
  const known = itemOf(account, place, key);
  const condition = revision === undefined ? {} : { ifMatch: revision };
  try {
    await askFor(account, `remove ${key} from the map ${place.map}`, () => known.remove(condition));
    return true;
  } catch (failure) {
    if (failure instanceof AccountFailure && failure.status === 412) return false;
    throw failure;
  }
}

type RawItem = {
  readonly key: string;
  readonly data: unknown;
  readonly revision: string;
  readonly dateExpires: Date | null;
};

function readItem({ key, data, revision, dateExpires }: RawItem): MapItem {
  return { key, data: asRecord(data), revision, expires: isoSecond(dateExpires) };
}

/** Sync holds JSON objects only. */
export function asRecord(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null ? { ...data } : {};
}

/** An instant as Sync writes it: it counts in seconds. */
export function isoSecond(date: Date | null | undefined): string | undefined {
  return date ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

async function unless(
  refusals: readonly number[],
  request: () => Promise<RawItem>,
): Promise<MapItem | undefined> {
  try {
    return readItem(await request());
  } catch (failure) {
    const isRefused = failure instanceof AccountFailure && refusals.includes(failure.status ?? 0);
    if (isRefused) return undefined;
    throw failure;
  }
}
