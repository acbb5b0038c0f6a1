/** Twilio's longest time to live. @see https://www.twilio.com/docs/sync/objects-ttl */
const LONGEST_SECONDS = 365 * 24 * 60 * 60;

/**
 * The time to live, in seconds, with which something expires at that instant; 0: for ever. Undefined when its time is over.
 * @param expires ISO 8601; undefined: never
 * @param now epoch milliseconds
 */
export function secondsLeft(expires: string | undefined, now: number): number | undefined {
  if (expires === undefined) return 0;
  const seconds = Math.round((Date.parse(expires) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, LONGEST_SECONDS) : undefined;
}
