import type { E164 } from "../telephony/e164";

/** What numbers of one exchange differ in. */
const LAST_DIGITS = 4;

/**
 * Whether two numbers are of the same area code and exchange: alike but for the last four digits. Callers who forge their
 * number like such ones, since people pick up for their neighbourhood; the very number that they call is also seen.
 */
export function isNeighbour(one: E164, other: E164): boolean {
  const isLikeLength = one.length === other.length && one.length > LAST_DIGITS + 3;
  return isLikeLength && one.slice(0, -LAST_DIGITS) === other.slice(0, -LAST_DIGITS);
}
