/** A day, or an instant with or without its offset from UTC, in ISO 8601. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The instant, in epoch milliseconds, at which something "until" that day or time is over: a day counts to its end, and
 * times without an offset are those of the owner's clocks. Undefined for what is no date.
 * @param timezone IANA name
 */
export function parseUntil(text: string, timezone: string): number | undefined {
  const [, day, time, offset] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  const instant = Date.parse(`${day}T${time ?? "00:00"}${offset ?? "Z"}`);
  if (Number.isNaN(instant) || !isDay(day)) return undefined;
  if (offset !== undefined) return instant;
  return instantOf(time === undefined ? instant + DAY_MS : instant, timezone);
}

/** `Date.parse` takes February 30 for March 2. */
function isDay(day: string): boolean {
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

/** The instant at which clocks there show `wall`, given as if it were UTC. */
function instantOf(wall: number, timezone: string): number {
  const guess = wall - offsetAt(wall, timezone);
  return wall - offsetAt(guess, timezone);
}

function offsetAt(instant: number, timezone: string): number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    ...{
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    },
  });
  const parts = format.formatToParts(instant);
  const [year, month, day, hour, minute, second] = FIELDS.map((field) =>
    Number(parts.find(({ type }) => type === field)?.value),
  );
  const shown = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}

const FIELDS = ["year", "month", "day", "hour", "minute", "second"] as const;
