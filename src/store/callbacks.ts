import type { Callback, CallbackState, QueuedCallback } from "../policy/office/callback-queue";
import { type E164, isE164 } from "../telephony/e164";
import { type Change, changeItem, type Store } from "./change-item";
import type { SyncGateway } from "./sync-gateway";

const MAP = "callbacks";
/** From when it was asked for: who was not reached in a week does not wait any more. */
const TTL_SECONDS = 7 * 24 * 60 * 60;
/** For what is about to go. */
const SHORTEST_SECONDS = 60;

/** Sync, how to bear with it, and what time it is. */
export interface CallbackStore extends Store {
  readonly now: Date;
}

/** What a change found, and what is there now. They are the same object when nothing was to be changed. */
export interface CallbackChange {
  readonly outcome: Change["outcome"];
  readonly before: Callback | undefined;
  readonly after: Callback | undefined;
}

/** Every call-back of the last week. What a hand edit made senseless is left out. @throws SyncUnavailable */
export async function listCallbacks(sync: SyncGateway): Promise<QueuedCallback[]> {
  return (await sync.listItems(MAP)).flatMap(({ key, data }) => {
    const callback = parseCallback(data);
    return isE164(key) && callback !== undefined ? [{ number: key, callback }] : [];
  });
}

/** A number's call-back; undefined when there is none. @throws SyncUnavailable */
export async function readCallback(sync: SyncGateway, number: E164): Promise<Callback | undefined> {
  const item = await sync.readItem(MAP, number);
  return item && parseCallback(item.data);
}

/**
 * Changes a number's call-back, or makes it, so that of two at the same time only one does it first. `change` gives back
 * the very same when nothing is new, and undefined when there is none and need not be: then nothing is written.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeCallback(
  store: CallbackStore,
  number: E164,
  change: (current: Callback | undefined) => Callback | undefined,
): Promise<CallbackChange> {
  const item = await store.sync.readItem(MAP, number);
  let [before, after] = attempt(item?.data, change);
  if (after === before || after === undefined) return { outcome: "unchanged", before, after };
  const target = {
    map: MAP,
    key: number,
    ttlSeconds: secondsLeft(after, store.now),
    known: { item },
  } as const;
  const { outcome } = await changeItem(store, target, (data) => {
    [before, after] = attempt(data, change);
    return after === before || after === undefined ? (data ?? {}) : { ...after };
  });
  return { outcome, before, after };
}

function secondsLeft({ askedAt }: Callback, now: Date): number {
  const age = Math.floor((now.getTime() - Date.parse(askedAt)) / 1000);
  return Math.min(TTL_SECONDS, Math.max(SHORTEST_SECONDS, TTL_SECONDS - age));
}

type Data = Readonly<Record<string, unknown>>;

function attempt(
  data: Data | undefined,
  change: (current: Callback | undefined) => Callback | undefined,
): [Callback | undefined, Callback | undefined] {
  const before = data && parseCallback(data);
  return [before, change(before)];
}

const STATES: readonly CallbackState[] = ["waiting", "calling", "done", "failed", "dropped"];
const TEXTS = ["triedAt", "callSid", "takenAt", "endedAt", "note"] as const;

/** What cannot be read is left out; without whom it is for, and since when, it is no call-back. */
export function parseCallback(data: Data): Callback | undefined {
  const { line, department, askedAt, tries } = data;
  const state = STATES.find((name) => name === data.state);
  if (state === undefined || typeof department !== "string") return undefined;
  if (typeof line !== "string" || !isE164(line)) return undefined;
  if (typeof askedAt !== "string" || Number.isNaN(Date.parse(askedAt))) return undefined;
  const count = typeof tries === "number" && Number.isInteger(tries) && tries > 0 ? tries : 0;
  const texts = TEXTS.flatMap((name) => (typeof data[name] === "string" ? [[name, data[name]]] : []));
  return { line, department, askedAt, tries: count, state, ...Object.fromEntries(texts) };
}
