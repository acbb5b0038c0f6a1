/** What keeps writes to a Sync object below its limit. */
export interface Pace {
  /** Waits until a write of so many bytes to that Map or Document may be made. */
  turn(object: string, bytes: number): Promise<void>;
}

/** Writes of up to 1 KiB a second and an object: a whole Map counts as one. @see https://www.twilio.com/docs/sync/limits */
const WRITES_PER_SECOND = 20;
/** Writes from 10 KiB are held to 2 a second. Between, the limit is taken to fall in a straight line. */
const LARGE_WRITE_COST = 10;
const [SMALL_BYTES, LARGE_BYTES] = [1024, 10 * 1024];

/**
 * Lets each write begin no earlier than the limit allows for the one before. Bursts, which Sync would bear for some
 * seconds, are left to the calls that come in meanwhile.
 * @param clock `now` in epoch milliseconds
 */
export function createPace(clock: {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}): Pace {
  const free = new Map<string, number>();
  return {
    async turn(object, bytes) {
      const now = clock.now();
      const start = Math.max(now, free.get(object) ?? 0);
      free.set(object, start + (costOf(bytes) * 1000) / WRITES_PER_SECOND);
      if (start > now) await clock.sleep(start - now);
    },
  };
}

function costOf(bytes: number): number {
  const share = (bytes - SMALL_BYTES) / (LARGE_BYTES - SMALL_BYTES);
  return 1 + (LARGE_WRITE_COST - 1) * Math.min(1, Math.max(0, share));
}
