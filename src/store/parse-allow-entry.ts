import type { AllowEntry, Direction } from "../policy/home/allow-entry";
import type { WeeklyRange } from "../telephony/hours";
import { parseHours } from "../telephony/parse-hours";
import { type Locale, parseScope } from "./parse-list-entries";

type Data = Readonly<Record<string, unknown>>;

const DIRECTIONS: readonly Direction[] = ["in", "out", "both"];

/**
 * An entry of the allow list; undefined when it makes no sense: who may call children is never guessed. Without a
 * direction it counts both ways.
 */
export function parseAllowEntry(data: Data, locale: Locale): AllowEntry | undefined {
  const { person, overrideBedtime, primaryContact } = data;
  const scope = parseScope(data, locale);
  const direction = parseDirection(data.direction);
  const hours = parseStretches(data.hours);
  const flags = [overrideBedtime, primaryContact].map(parseFlag);
  const [overrides, isPrimary] = flags;
  if (scope === undefined || direction === undefined || hours === undefined) return undefined;
  if (overrides === undefined || isPrimary === undefined) return undefined;
  return {
    ...scope,
    person: typeof person === "string" ? person.trim() : "",
    direction,
    overrideBedtime: overrides,
    primaryContact: isPrimary,
    ...(hours === null ? {} : { hours }),
  };
}

function parseDirection(value: unknown): Direction | undefined {
  if (isLeftOut(value)) return "both";
  return DIRECTIONS.find((direction) => direction === textOf(value).trim().toLowerCase());
}

/** Text such as `mon-fri 15:00-19:00`, or a list of such; null when left out. A list of none says neither always nor never. */
function parseStretches(value: unknown): readonly WeeklyRange[] | null | undefined {
  if (isLeftOut(value)) return null;
  const read = [value].flat().map((text) => (typeof text === "string" ? parseHours(text) : undefined));
  return read.length > 0 && read.every((ranges) => ranges !== undefined) ? read.flat() : undefined;
}

/** A flag as somebody typed it into the Sync console. */
function parseFlag(value: unknown): boolean | undefined {
  if (isLeftOut(value)) return false;
  if (typeof value === "boolean") return value;
  if (/^\s*(true|yes)\s*$/i.test(textOf(value))) return true;
  return /^\s*(false|no)\s*$/i.test(textOf(value)) ? false : undefined;
}

/** JSON may hold objects that cannot be made text of. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const isLeftOut = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");
