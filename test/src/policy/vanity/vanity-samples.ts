import { isE164 } from "../../../../src/telephony/e164";
import { isVanityNumber, type VanityNumber } from "../../../../src/telephony/read-vanity-number";
import type { Spelling } from "../../../../src/vanity/spelling";

/** A number as it can be spelled. */
export function vanityNumber(text: string): VanityNumber {
  if (!isVanityNumber(text)) throw new Error(`${text} cannot be spelled`);
  return text;
}

/** A number in E.164. */
export function e164(text: string) {
  if (!isE164(text)) throw new Error(`${text} is no number`);
  return text;
}

/** A spelling: each word as it is shown, as it is spoken when that differs, and what it means. */
export function spelling(
  shown: string,
  words: readonly (readonly [shown: string, definition: string, text?: string])[] = [],
): Spelling {
  return {
    spelling: shown,
    words: words.map(([capitals, definition, text = capitals.toLowerCase()]) => ({
      text,
      shown: capitals,
      definition,
    })),
    score: 10,
    why: "it is a sample",
    rung: words.length === 0 ? "digits" : "words",
  };
}

export const TAB = spelling("866-5-TAB-981", [["TAB", "the bill in a restaurant"]]);
export const TOO = spelling("866-5-TOO-981", [["TOO", "to a degree exceeding normal limits"]]);
export const LUV = spelling("LUV-5822-981", [["LUV", "a term of endearment"]]);
export const PLAIN = spelling("866-582-29-81");
export const MORE = spelling("866-58-22-981");

/** A number of the fictional range, and five spellings that are dialled as it is. */
export const NUMBER = e164("+16465550142");
export const FIVE: readonly Spelling[] = [
  spelling("OHM-555-0142", [["OHM", "a unit of electrical resistance"]]),
  spelling("OHO-555-0142", [["OHO", "a word of surprise"]]),
  spelling("MHO-555-0142", [["MHO", "a unit of electrical conductance"]]),
  spelling("646-555-01-42"),
  spelling("646-55-50-142"),
];
