import { type Change, changeItem, type Store } from "./change-item";
import { parseCallRow, type ShownCall } from "./parse-call-row";
import type { SyncGateway } from "./sync-gateway";

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

/** A call's row and the call's SID. */
export interface LoggedCall extends ShownCall {
  readonly callSid: string;
}

/** Every call of the last 90 days, the newest first; those without a time, which a hand edit made so, last. @throws SyncUnavailable */
export async function listCalls(sync: SyncGateway): Promise<LoggedCall[]> {
  const calls = (await sync.listItems("calls")).map(({ key, data }) => ({
    callSid: key,
    ...parseCallRow(data),
  }));
  return calls.sort((one, other) => (other.at ?? "").localeCompare(one.at ?? ""));
}
