const UNITS = { m: 60_000, h: 60 * 60_000, d: 24 * 60 * 60_000 } as const;

/**
 * The moment from which on somebody wants to see things: a day (`2026-01-05`, from midnight here), an instant of ISO 8601,
 * or a while ago (`30m`, `12h`, `7d`). Epoch milliseconds. @throws Error for what is none of these
 */
export function parseSince(text: string, now: number): number {
  const [, count = "", unit] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  if (unit === "m" || unit === "h" || unit === "d") return now - Number(count) * UNITS[unit];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = /^\d{4}-/.test(text) ? Date.parse(isDay ? `${text}T00:00` : text) : Number.NaN;
  if (Number.isNaN(at))
    throw new Error(
      `Cannot read --since ${text}: give a day (2026-01-05), an instant, or a while ago (12h, 7d)`,
    );
  return at;
}
