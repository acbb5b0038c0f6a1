/** At most so many Functions of a Service run at once. @see https://www.twilio.com/docs/serverless/functions-assets/faq */
const MOST_FUNCTIONS = 30;

/** Of this running Function alone, which Twilio keeps for a while. */
const counted = { minute: "", count: 0 };

/**
 * Counts a look-up without Sync: however many Functions run, together they answer no more than a minute's look-ups, or, where that is
 * few, one each.
 */
export function countInProcess(now: Date, perMinute: number): "counted" | "full" {
  const minute = now.toISOString().slice(0, 16);
  if (counted.minute !== minute) Object.assign(counted, { minute, count: 0 });
  if (counted.count >= Math.max(1, Math.floor(perMinute / MOST_FUNCTIONS))) return "full";
  counted.count += 1;
  return "counted";
}
