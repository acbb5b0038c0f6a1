import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { E164 } from "./e164";

/** A number without its country's code, and the groups that the country writes it in. */
export interface NumberShape {
  readonly national: string;
  /** How many digits each group has: together, all of `national`. */
  readonly groups: readonly number[];
}

/** What is shorter, is not what anybody would dial for a subscriber. */
const SHORTEST = 7;

/**
 * A number's own digits, in the groups that its country writes: `+12125550100` is 212 555 0100. The trunk prefix, which many
 * countries put before, is not among them. Where they are fewer than seven (Niue has four), the country's code is.
 */
export function shapeOf(number: E164): NumberShape {
  const [code = "", ...groups] = written(number).split(/\D+/);
  const national = groups.join("");
  const chunks = national.length < SHORTEST ? [code, ...groups] : groups;
  return {
    national: chunks.join(""),
    groups: chunks.filter((chunk) => chunk !== "").map(({ length }) => length),
  };
}

/** The international way of writing knows no trunk prefix. */
function written(number: E164): string {
  return parsePhoneNumberFromString(number)?.formatInternational().slice(1) ?? number.slice(1);
}
