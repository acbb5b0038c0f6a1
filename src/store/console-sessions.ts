import { changeItem, type Store } from "./change-item";
import type { SyncGateway } from "./sync-gateway";

type Data = Readonly<Record<string, unknown>>;

/** The item of the map `console` that says which sessions have ended before their time. */
export const SESSIONS_KEY = "sessions";

/** Some 40 bytes each, of the 16 KiB that an item may have. @see https://www.twilio.com/docs/sync/limits */
const MOST_ENDED = 100;

/** A session as its token tells it. */
export interface Session {
  readonly sid: string;
  /** Stands for the administrator. */
  readonly who: string;
  /** The administrator's epoch when it began: signing out everywhere begins the next one. */
  readonly epoch: number;
  /** When it ends in any case, in epoch seconds. */
  readonly until: number;
}

/** Which sessions have ended. */
export interface EndedSessions {
  epochOf(who: string): number;
  hasEnded(session: Session): boolean;
}

/** @throws SyncUnavailable when Sync gives no usable answer: who cannot tell must let nobody in */
export async function readEndedSessions(sync: SyncGateway): Promise<EndedSessions> {
  const item = await sync.readItem("console", SESSIONS_KEY);
  const { epochs, ended } = parse(item?.data);
  const epochOf = (who: string) => epochs[who] ?? 0;
  return { epochOf, hasEnded: ({ who, sid, epoch }) => sid in ended || epochOf(who) !== epoch };
}

/** What signing out ends. */
export interface SignOut {
  readonly session: Session;
  /** Whether every session of the administrator ends, on all devices. */
  readonly everywhere: boolean;
  readonly now: Date;
}

/**
 * Ends a session for good: its token opens nothing any more, whoever has a copy of it.
 * @returns whether that could be kept. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function endSession(store: Store, signOut: SignOut): Promise<boolean> {
  const target = { map: "console", key: SESSIONS_KEY, ttlSeconds: 0 } as const;
  const { outcome } = await changeItem(store, target, (current) => withoutSession(parse(current), signOut));
  return outcome === "written";
}

interface Ended {
  readonly epochs: Readonly<Record<string, number>>;
  /** By session, until when its token would still be good, in epoch seconds. */
  readonly ended: Readonly<Record<string, number>>;
}

/** Once the list is full, signing out means everywhere: nothing that has ended may begin again. */
function withoutSession({ epochs, ended }: Ended, { session, everywhere, now }: SignOut): Data {
  const { sid, who, until } = session;
  const lasting = Object.entries(ended).filter(([, end]) => end * 1000 > now.getTime());
  if (!everywhere && lasting.length < MOST_ENDED)
    return { epochs, ended: { ...Object.fromEntries(lasting), [sid]: until } };
  return { epochs: { ...epochs, [who]: (epochs[who] ?? 0) + 1 }, ended: Object.fromEntries(lasting) };
}

/** A hand edit that makes no sense is left out. */
function parse(data: Data = {}): Ended {
  return { epochs: parseNumbers(data.epochs), ended: parseNumbers(data.ended) };
}

function parseNumbers(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== "object" || value === null) return {};
  const all: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    all.flatMap(([key, each]) => (Number.isSafeInteger(each) ? [[key, Number(each)]] : [])),
  );
}
