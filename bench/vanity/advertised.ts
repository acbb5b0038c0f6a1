import heldOut from "../../test/oracles/advertised-held-out.json";
import practice from "../../test/oracles/advertised-practice.json";
import tuned from "../../test/oracles/advertised-tuned.json";
import { dialled } from "./fault-of";

/** A vanity number as it was advertised, see test/oracles/README.md. */
export interface Advertised {
  readonly spelling: string;
  readonly words: readonly string[];
  /** Another way in which dictionaries write the same compound. */
  readonly also?: readonly string[];
}

/** The engine may be tuned on the first half and on what is for practice, never on the other half. */
export const ADVERTISED: Readonly<Record<"tuned" | "heldOut" | "practice", readonly Advertised[]>> = {
  ...{ tuned, heldOut, practice },
};

/** The words of each spelling of a number, the best spelling first. */
export type SpellInWords = (number: string) => readonly (readonly string[])[];

/** At which place, from 1, a number's spellings have the words it was advertised with; 0 for nowhere. */
export function rankOf({ spelling, words, also = words }: Advertised, spell: SpellInWords): number {
  const wanted = [words.join(" "), also.join(" ")];
  return spell(dialled(spelling)).findIndex((found) => wanted.includes(found.join(" "))) + 1;
}

export const PLACES = ["first", "three", "five"] as const;

/** Of how many rows the advertised spelling came first, among the first three, among the first five. */
export interface Ranks extends Readonly<Record<(typeof PLACES)[number], number>> {
  readonly rows: number;
}

/** Counts the ranks of some rows. */
export function ranksOf(rows: readonly Advertised[], spell: SpellInWords): Ranks {
  const ranks = rows.map((row) => rankOf(row, spell));
  const within = (limit: number) => ranks.filter((rank) => rank >= 1 && rank <= limit).length;
  return { first: within(1), three: within(3), five: within(5), rows: rows.length };
}
