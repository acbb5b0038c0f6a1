import type { BlockEntry, ForwardEntry, PatternEntry, Scope } from "../policy/facts";
import type { Policy } from "../policy/line";
import { type E164, parseE164 } from "../telephony/e164";
import { parseUntil } from "./parse-until";

/** How numbers and times that the owner wrote are meant. */
export type Locale = Pick<Policy, "country" | "timezone">;

/** The owner edits these lists by hand: what cannot be understood is undefined, and the call goes on without it. */
type Data = Readonly<Record<string, unknown>>;

/** An entry of the block list; undefined when it makes no sense. */
export function parseBlockEntry(data: Data, locale: Locale): BlockEntry | undefined {
  return parseScope(data, locale);
}

/** An entry of the forward list; undefined when it makes no sense. */
export function parseForwardEntry(data: Data, locale: Locale): ForwardEntry | undefined {
  const scope = parseScope(data, locale);
  const to = parseNumber(data.to, locale);
  return scope === undefined || to === undefined ? undefined : { ...scope, to };
}

/** The entries of the `patterns` document, and the keys of those that make no sense. */
export function parsePatterns(
  data: Data,
  locale: Locale,
): { readonly entries: readonly PatternEntry[]; readonly malformed: readonly string[] } {
  const parsed = Object.entries(data).map(([key, value]) => ({
    key,
    entry: parsePattern(key, value, locale),
  }));
  return {
    entries: parsed.flatMap(({ entry }) => entry ?? []),
    malformed: parsed.flatMap(({ key, entry }) => (entry === undefined ? [key] : [])),
  };
}

function parsePattern(key: string, value: unknown, locale: Locale): PatternEntry | undefined {
  const prefix = /^(\+[1-9]\d{0,14})\*$/.exec(key.replace(/[\s().-]/g, ""))?.[1];
  if (prefix === undefined || !isData(value)) return undefined;
  const { list } = value;
  if (list === "blocklist") {
    const entry = parseBlockEntry(value, locale);
    return entry && { ...entry, prefix, list };
  }
  const entry = list === "forwardlist" ? parseForwardEntry(value, locale) : undefined;
  return entry && { ...entry, prefix, list: "forwardlist" };
}

/** A scope that makes no sense makes the entry senseless, not universal: calls are let in when in doubt. */
export function parseScope({ until, lines }: Data, locale: Locale): Scope | undefined {
  const end = isLeftOut(until) ? null : parseEnd(until, locale);
  const numbers = isLeftOut(lines) ? null : parseLines(lines, locale);
  if (end === undefined || numbers === undefined) return undefined;
  return { ...(end === null ? {} : { until: end }), ...(numbers === null ? {} : { lines: numbers }) };
}

/** A blank is what is left of something that was deleted by hand. */
const isLeftOut = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

function parseEnd(until: unknown, { timezone }: Locale): number | undefined {
  return typeof until === "string" ? parseUntil(until, timezone) : undefined;
}

/** One line is as good as a list of one. */
function parseLines(lines: unknown, locale: Locale): readonly E164[] | undefined {
  const numbers = [lines].flat().map((line) => parseNumber(line, locale));
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function parseNumber(value: unknown, { country }: Locale): E164 | undefined {
  return typeof value === "string" ? parseE164(value, country) : undefined;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
