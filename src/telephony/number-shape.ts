import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { E164 } from "./e164";

/** A number without its country's code, and the groups that the country writes it in. */
export interface NumberShape {
  readonly national: string;
  /** How many digits each group has: together, all of `national`. */
  readonly groups: readonly number[];
}

/** Less would not do for a subscriber: such a country's own code belongs to what people say. */
const SHORTEST = 7;

/**
 * A number's own digits, in the groups that its country writes: of `+12125550100` 212 555 0100. The trunk prefix that many
 * countries put before is not among them. Where they are fewer than seven (Niue has four), the country's code is.
 */
export function shapeOf(number: E164): NumberShape {
  const [code = "", ...own] = writtenGroups(number);
  const groups = own.join("").length < SHORTEST ? [code, ...own] : own;
  return { national: groups.join(""), groups: groups.map(({ length }) => length) };
}

/** The country's code, then the groups: as a number is written abroad, for that way knows no trunk prefix. */
function writtenGroups(number: E164): string[] {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(number) ?? [];
  if (area !== undefined && exchange !== undefined && line !== undefined) return ["1", area, exchange, line];
  const written = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  return written.split(/\D+/).filter((group) => group !== "");
}

/** Told by itself, as the library leaves numbers in one piece that it takes for impossible. */
const NORTH_AMERICAN = /^\+1(\d{3})(\d{3})(\d{4})$/;
