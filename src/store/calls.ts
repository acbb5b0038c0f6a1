import { type Change, changeItem, type Store } from "./change-item";

const TTL_SECONDS = 90 * 24 * 60 * 60;

type Data = Readonly<Record<string, unknown>>;

/**
 * Changes a call's row, or makes it. A call mostly has no row yet, so the first try is to make it: one request.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeCall(
  store: Store,
  callSid: string,
  change: (current: Data | undefined) => Data,
): Promise<Change> {
  const target = { map: "calls", key: callSid, ttlSeconds: TTL_SECONDS, known: { item: undefined } } as const;
  return changeItem(store, target, change);
}
