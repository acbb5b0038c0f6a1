import type { WishedNumber } from "./find-wished";
import type { Wish } from "./read-wish";

/**
 * A wish, and what Twilio would sell for it: null when nobody could be asked, or when Twilio sells no numbers of that country.
 * Also its JSON.
 */
export interface GrantedWish extends Wish {
  readonly numbers: readonly WishedNumber[] | null;
}

const KINDS = { local: "local", tollFree: "toll-free", mobile: "mobile" } as const;

/** A JSON document on one line. */
export function renderWishJson({ word, digits, pattern, numbers }: GrantedWish): string {
  return JSON.stringify({ word, digits, pattern, numbers });
}

/** To be read at a terminal. */
export function renderWish({ word, digits, pattern, numbers }: GrantedWish): string {
  const heading = `${word} is dialled ${digits}: numbers such as ${pattern} end in it`;
  if (numbers === null) return heading;
  if (numbers.length === 0) return `${heading}\n  Twilio has none for sale now`;
  return [heading, ...numbers.map(renderNumber)].join("\n");
}

function renderNumber({ number, spelling, kind, place, address }: WishedNumber): string {
  const needs = address === "none" ? "" : `  wants an address (${address})`;
  return `  ${number.padEnd(16)} ${spelling.padEnd(16)} ${KINDS[kind].padEnd(9)} ${place}${needs}`.trimEnd();
}
