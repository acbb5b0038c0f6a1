import { changeItem, type Store } from "./change-item";
import type { SyncGateway } from "./sync-gateway";

const MAP = "home";
const LAST_CALLER = "last-caller";
const LAST_REFUSED = "last-refused";

type Data = Readonly<Record<string, unknown>>;

/** Somebody who called, and when (ISO 8601), and which of our lines. */
export interface LastCaller {
  readonly number: string;
  readonly at: string;
  readonly line: string;
}

/** What an item of the map `home` holds; undefined when there is none. @throws SyncUnavailable */
export async function readHomeItem(sync: SyncGateway, key: string): Promise<Data | undefined> {
  return (await sync.readItem(MAP, key))?.data;
}

/**
 * Changes an item of the map `home`, or makes it, without losing what others write at the same time.
 * @param item its key, and how long it then lives in seconds (0, for ever, when left out)
 * @returns what is there now, and whether the change was written, not needed, or lost to others
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeHomeItem(
  store: Store,
  { key, ttlSeconds = 0 }: { readonly key: string; readonly ttlSeconds?: number },
  change: (current: Data | undefined) => Data,
): Promise<{ readonly outcome: "written" | "unchanged" | "lost"; readonly data: Data | undefined }> {
  return changeItem(store, { map: MAP, key, ttlSeconds }, change);
}

/** Who last rang the home's phone, whether it was answered or not. @throws SyncUnavailable */
export function readLastCaller(sync: SyncGateway): Promise<LastCaller | undefined> {
  return readLast(sync, LAST_CALLER);
}

/** Notes who rings the home's phone. @throws SyncUnavailable */
export function noteLastCaller(store: Store, caller: LastCaller): Promise<void> {
  return noteLast(store, LAST_CALLER, caller);
}

/** Who was last refused because of not being on the allow list. @throws SyncUnavailable */
export function readLastRefused(sync: SyncGateway): Promise<LastCaller | undefined> {
  return readLast(sync, LAST_REFUSED);
}

/** Notes who was refused. @throws SyncUnavailable */
export function noteLastRefused(store: Store, caller: LastCaller): Promise<void> {
  return noteLast(store, LAST_REFUSED, caller);
}

/**
 * Forgets the last caller or the last refused one, when it is still that number: the owner has seen to it.
 * @throws SyncUnavailable
 */
export async function forgetLast(
  sync: SyncGateway,
  which: "caller" | "refused",
  number: string,
): Promise<void> {
  const key = which === "caller" ? LAST_CALLER : LAST_REFUSED;
  if ((await readLast(sync, key))?.number === number) await sync.removeItem(MAP, key);
}

async function readLast(sync: SyncGateway, key: string): Promise<LastCaller | undefined> {
  const data = await readHomeItem(sync, key);
  return data && parseLast(data);
}

/** Of two at once the later stays. */
async function noteLast(store: Store, key: string, caller: LastCaller): Promise<void> {
  await changeHomeItem(store, { key }, (current) => {
    const known = current && parseLast(current);
    const isOlder = known !== undefined && Date.parse(caller.at) < Date.parse(known.at);
    return current !== undefined && isOlder ? current : { ...caller };
  });
}

function parseLast({ number, at, line }: Data): LastCaller | undefined {
  if (typeof number !== "string" || typeof at !== "string") return undefined;
  return { number, at, line: typeof line === "string" ? line : "" };
}
