import { setTimeout as delay } from "node:timers/promises";
import { SyncUnavailable } from "./sync-gateway";

/** Waits so many real milliseconds, or, once `signal` is aborted, no longer. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** The chance that spreads out those who collide, and how to wait. */
export interface Patience {
  /** At least 0, less than 1. */
  readonly random: () => number;
  /** Timers when left out: real ones, for `Date` may stand still inside a Function. */
  readonly sleep?: Sleep;
}

const SHORTEST_PAUSE_MS = 20;
/** Long enough that a Sync which refuses everything is asked some ten times, not a hundred. */
const LONGEST_PAUSE_MS = 640;

const realSleep: Sleep = (ms, signal) =>
  delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);

/**
 * Does `attempt` again, with random pauses that grow, until it gives something else than undefined; gives undefined
 * when it has not after `budgetMs`. An attempt can ask whether it is too late: nobody waits for it any more.
 * @throws what `attempt` throws, unless Sync only asks for patience (429)
 */
export async function insist<T>(
  { random, sleep = realSleep }: Patience,
  budgetMs: number,
  attempt: (isLate: () => boolean) => Promise<T | undefined>,
): Promise<T | undefined> {
  const finished = new AbortController();
  let isLate = false;
  const late = sleep(budgetMs, finished.signal).then(() => {
    isLate = true;
    return undefined;
  });
  const insisting = async () => {
    for (let pause = SHORTEST_PAUSE_MS; !isLate; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const result = await attempt(() => isLate).catch(toleratingThrottle);
      if (result !== undefined) return result;
      await sleep(random() * pause, finished.signal);
    }
    return undefined;
  };
  return Promise.race([insisting(), late]).finally(() => finished.abort());
}

/** A request refused with 429 was never processed: it may be made again. @see https://www.twilio.com/docs/api/errors/20429 */
function toleratingThrottle(failure: unknown): undefined {
  if (failure instanceof SyncUnavailable && failure.status === 429) return undefined;
  throw failure;
}
