import { type CallRow, DISPOSITIONS, type Disposition, surerDisposition } from "../policy/call-log";
import { type Change, changeItem, type Store } from "./change-item";

const TTL_SECONDS = 90 * 24 * 60 * 60;

type Data = Readonly<Record<string, unknown>>;

/**
 * Adds what is known of a call to its row: what is there stays, but for a less sure disposition. A call mostly has no
 * row yet, so the first try is to make it: one request.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function mergeCall(store: Store, callSid: string, news: CallRow): Promise<Change["outcome"]> {
  const target = { map: "calls", key: callSid, ttlSeconds: TTL_SECONDS, known: { item: undefined } } as const;
  const { outcome } = await changeItem(store, target, (current) =>
    current === undefined ? { ...news } : merged(current, news),
  );
  return outcome;
}

function merged(current: Data, news: CallRow): Data {
  const disposition = surerDisposition(parseDisposition(current), news.disposition);
  const row = { ...news, ...current, ...(disposition === undefined ? {} : { disposition }) };
  const isNews = Object.keys(row).length > Object.keys(current).length || disposition !== current.disposition;
  return isNews ? row : current;
}

function parseDisposition({ disposition }: Data): Disposition | undefined {
  return DISPOSITIONS.find((name) => name === disposition);
}
