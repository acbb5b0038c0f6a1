import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { Spelling } from "../../vanity/spelling";
import type { Locale } from "../office/office";
import { promptIn } from "../office/prompts/prompt-in";

/** Longer names would make a second message of one. */
const LONGEST_NAME = 30;

/** What a text message says. */
export interface SpellingsToText {
  /** Who sends it. */
  readonly name: string;
  readonly number: VanityNumber;
  readonly results: readonly Spelling[];
  readonly locale: Locale;
}

/**
 * The spellings of a number as a text message: one of Twilio's, by its own words, says who sends it and how to stop it.
 * @see https://www.twilio.com/en-us/legal/messaging-policy
 */
export function textMessage({ name, number, results, locale }: SpellingsToText): string {
  const spellings = results.map(({ spelling }) => spelling).join(", ");
  return promptIn(locale, "vanityText", { name: shortened(name), number, spellings });
}

/** Without the half of a character that is cut in two. */
const shortened = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .replace(/\p{Cs}$/u, "")
    .trim();
