import type { Account } from "../account/account";
import { makeSyncDocument, removeSyncDocument, updateSyncDocument } from "../account/sync-documents";
import { createMapItem, removeMapItem, updateMapItem } from "../account/sync-items";
import { removeSyncMap, setSyncMapLife } from "../account/sync-maps";
import { createSyncMap } from "../account/sync-services";
import { bytesOf } from "./entry-change";
import { inLanes } from "./in-lanes";
import type { Pace } from "./pace";
import type { ItemStep, MapStep, RestorePlan } from "./plan-restore";
import type { ServiceReading, StoredItem } from "./sync-contents";
import { secondsLeft } from "./time-left";
import type { Going } from "./write-changes";

/** Where a backup goes, and how to write there. */
export interface Restoring extends Going {
  readonly account: Account;
  readonly serviceSid: string;
  readonly pace: Pace;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** By what the maps and documents that are there are reached. */
  readonly reading: Pick<ServiceReading, "mapSids" | "documentSids">;
}

/** Enough to write as fast as Sync allows when each answer takes a fifth of a second. */
const LANES = 4;

/**
 * Makes a Service equal to a backup. Each step may be made twice, so what was interrupted is simply planned and applied
 * again. New things come first: a call that comes in meanwhile finds rather too much than too little.
 * @throws AccountFailure; Error when it was stopped
 */
export async function applyRestore(restoring: Restoring, { maps, items }: RestorePlan): Promise<void> {
  const { signal, onProgress } = restoring;
  let done = 0;
  const counted =
    <T>(work: (step: T) => Promise<void>) =>
    async (step: T) => {
      if (signal.aborted) throw new Error("Stopped. Run it again to go on");
      await work(step);
      done += 1;
      onProgress(done, maps.length + items.length);
    };
  const isRemoval = ({ action }: MapStep | ItemStep) => action === "remove";
  const ofMap = counted((step: MapStep) => applyToMap(restoring, step));
  const ofItem = counted((step: ItemStep) => applyToItem(restoring, step));
  await inLanes(
    1,
    maps.filter((step) => !isRemoval(step)),
    ofMap,
  );
  await inLanes(
    LANES,
    items.filter((step) => !isRemoval(step)),
    ofItem,
  );
  await inLanes(LANES, items.filter(isRemoval), ofItem);
  await inLanes(1, maps.filter(isRemoval), ofMap);
}

async function applyToMap(
  { account, serviceSid, reading, now }: Restoring,
  { action, name, expires }: MapStep,
): Promise<void> {
  const map = reading.mapSids.get(name) ?? name;
  if (action === "remove") return removeSyncMap(account, serviceSid, map);
  if (action === "create") await createSyncMap(account, serviceSid, name);
  const ttlSeconds = secondsLeft(expires, now());
  const isToEnd = action === "change" || expires !== undefined;
  if (isToEnd && ttlSeconds !== undefined) await setSyncMapLife(account, serviceSid, { map, ttlSeconds });
}

async function applyToItem(restoring: Restoring, { action, map, item }: ItemStep): Promise<void> {
  const { account, serviceSid, pace, reading, now } = restoring;
  await pace.turn(map ?? item.key, bytesOf(item.data));
  const ttlSeconds = secondsLeft(item.expires, now());
  if (action !== "remove" && ttlSeconds === undefined) return;
  const life = { ...item, ttlSeconds: ttlSeconds ?? 0 };
  const document = reading.documentSids.get(item.key) ?? item.key;
  const place = { serviceSid, map: reading.mapSids.get(map ?? "") ?? map ?? "" };
  if (map === undefined)
    return action === "remove"
      ? removeSyncDocument(account, serviceSid, document)
      : putDocument(restoring, { ...life, document });
  if (action === "remove") return void (await removeMapItem(account, place, item));
  // Whoever was faster, or let it expire meanwhile, loses: the backup is what is asked for.
  const isThere =
    action === "change"
      ? await updateMapItem(account, place, life)
      : await createMapItem(account, place, life);
  if (isThere === undefined)
    await (action === "change" ? createMapItem(account, place, life) : updateMapItem(account, place, life));
}

async function putDocument(
  { account, serviceSid }: Restoring,
  {
    document,
    key,
    data,
    ttlSeconds,
  }: StoredItem & { readonly document: string; readonly ttlSeconds: number },
): Promise<void> {
  if (await updateSyncDocument(account, serviceSid, { document, data, ttlSeconds })) return;
  await makeSyncDocument(account, serviceSid, { document: key, data, ttlSeconds });
}
