import type { CountryCode } from "./e164";
import { keysOf } from "./keypad";
import { isNorthAmerican } from "./north-american";

/**
 * What is dialled for a number that is written in letters, wholly or in part, the area code too: `FLOWERS`, `OHM-555-0168`,
 * `1-800-GOT-JUNK?`. North America alone has numbers of one length, by which text that is none is told.
 * @returns 7, 10 or, with the 1, 11 digits; undefined for anything else
 */
export function keysOfSpelled(text: string, country: CountryCode): string | undefined {
  const tidy = text.normalize("NFKC").trim();
  const isSpelled = /[A-Za-z]/.test(tidy) && /^\+?[\dA-Za-z\s().\-/]+[?!.]*$/.test(tidy);
  if (!isSpelled || !isNorthAmerican(country)) return undefined;
  const keys = keysOf(tidy);
  return /^(?:\d{7}|1?\d{10})$/.test(keys) ? keys : undefined;
}
