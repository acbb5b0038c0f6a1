import { isDeepStrictEqual } from "node:util";
import { isAddressable } from "../account/sync-items";
import { SYNC_DOCUMENTS, SYNC_MAPS, type SyncMapName } from "../store/maps";
import type { StoredItem, StoredMap, SyncContents } from "./sync-contents";
import { secondsLeft } from "./time-left";

/** One thing to do. `map` is undefined for a Document; an `item` to be removed is the one that is there. */
export interface ItemStep {
  readonly action: "create" | "change" | "remove";
  readonly map: string | undefined;
  readonly item: StoredItem;
}

/** A map to make, to give another end, or to remove. */
export interface MapStep {
  readonly action: "create" | "change" | "remove";
  readonly name: string;
  readonly expires?: string;
}

/** What makes a Service equal to a backup. */
export interface RestorePlan {
  readonly maps: readonly MapStep[];
  readonly items: readonly ItemStep[];
  readonly same: number;
  /** What was in the backup and has expired since. */
  readonly expired: readonly string[];
  /** What no request can change: its key cannot be named. */
  readonly unreachable: readonly string[];
}

/**
 * Compares a Service with a backup. What the backup does not have is removed; but maps and documents that Gatehouse cannot
 * be without are emptied, and which sessions of the web console have ended stays as it is.
 * @param now epoch milliseconds
 */
export function planRestore(from: SyncContents, to: SyncContents, now: number): RestorePlan {
  const [backup, current] = [withoutSessions(from), withoutSessions(to)];
  const isAlive = ({ expires }: { readonly expires?: string }) => secondsLeft(expires, now) !== undefined;
  const wanted = backup.maps.filter(isAlive).map((map) => ({ ...map, items: map.items.filter(isAlive) }));
  const ofMaps = planMaps(wanted, current.maps);
  const ofDocuments = planItems(undefined, backup.documents.filter(isAlive), current.documents);
  const all = [...ofMaps.items, ...ofDocuments.map(keepOurDocument)];
  const steps = all.filter((step): step is ItemStep => step.action !== "same");
  const isNamable = ({ action, map, item }: ItemStep) =>
    action === "create" || map === undefined || isAddressable(item.key);
  return {
    maps: ofMaps.maps,
    items: steps.filter(isNamable),
    same: all.length - steps.length,
    expired: expiredOf(backup, isAlive),
    unreachable: steps.filter((step) => !isNamable(step)).map(({ map, item }) => `${map} ${item.key}`),
  };
}

/** Taken back, they would begin again: whoever has a copy of a token would be signed in. */
const SESSIONS: SyncMapName = "console";

function withoutSessions({ maps, documents }: SyncContents): SyncContents {
  return { maps: maps.map((map) => (map.name === SESSIONS ? { ...map, items: [] } : map)), documents };
}

type Compared = Omit<ItemStep, "action"> & { readonly action: ItemStep["action"] | "same" };

function planMaps(wanted: readonly StoredMap[], current: readonly StoredMap[]) {
  const there = new Map(current.map((map) => [map.name, map]));
  const names = new Set(wanted.map(({ name }) => name));
  const surplus = current.filter(({ name }) => !names.has(name));
  const isOurs = ({ name }: StoredMap) => SYNC_MAPS.some((ours) => ours === name);
  const steps = wanted.flatMap(({ name, expires }): MapStep[] => {
    const map = there.get(name);
    const step = { name, ...(expires === undefined ? {} : { expires }) };
    if (map === undefined) return [{ action: "create", ...step }];
    return isSameEnd(map.expires, expires) ? [] : [{ action: "change", ...step }];
  });
  return {
    maps: [
      ...steps,
      ...surplus.filter((map) => !isOurs(map)).map(({ name }) => ({ action: "remove" as const, name })),
    ],
    items: [
      ...wanted.flatMap(({ name, items }) => planItems(name, items, there.get(name)?.items ?? [])),
      ...surplus.filter(isOurs).flatMap(({ name, items }) => planItems(name, [], items)),
    ],
  };
}

function planItems(
  map: string | undefined,
  wanted: readonly StoredItem[],
  current: readonly StoredItem[],
): Compared[] {
  const there = new Map(current.map((item) => [item.key, item]));
  const keys = new Set(wanted.map(({ key }) => key));
  return [
    ...wanted.map((item) => ({ action: compare(item, there.get(item.key)), map, item })),
    ...current.filter(({ key }) => !keys.has(key)).map((item) => ({ action: "remove" as const, map, item })),
  ];
}

function compare(wanted: StoredItem, current: StoredItem | undefined): Compared["action"] {
  if (current === undefined) return "create";
  const isSame = isDeepStrictEqual(wanted.data, current.data) && isSameEnd(wanted.expires, current.expires);
  return isSame ? "same" : "change";
}

/** Writing takes its time, and Sync counts in seconds: so much later or earlier is the same. */
const TOLERANCE_MS = 60_000;

function isSameEnd(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(Date.parse(one) - Date.parse(other)) <= TOLERANCE_MS;
}

/** A document that Functions read is emptied, not removed. */
function keepOurDocument(step: Compared): Compared {
  const { action, item } = step;
  if (action !== "remove" || !SYNC_DOCUMENTS.some((ours) => ours === item.key)) return step;
  const empty = { key: item.key, data: {} };
  return { ...step, action: compare(empty, item), item: empty };
}

function expiredOf(
  { maps, documents }: SyncContents,
  isAlive: (one: { readonly expires?: string }) => boolean,
): string[] {
  return [
    ...maps.flatMap((map) =>
      map.items.filter((item) => !isAlive(map) || !isAlive(item)).map(({ key }) => `${map.name} ${key}`),
    ),
    ...documents.filter((document) => !isAlive(document)).map(({ key }) => key),
  ];
}
