import type { WordFiles } from "../runtime/vanity/word-files";
import { type CountryCode, isE164 } from "../telephony/e164";
import { shapeOf } from "../telephony/number-shape";
import type { VanityNumber } from "../telephony/read-vanity-number";
import type { SpellOptions } from "../vanity/spell-options";
import type { NumberLine } from "./number-lines";
import { readNumber } from "./read-number";
import type { SpelledNumber, SpellingFormat } from "./render-spellings";
import type { VanityWorld } from "./vanity-world";

/** After so many numbers whoever waits is told how many it were. */
const PROGRESS_EVERY = 10_000;

/** How numbers are spelled and written down. */
export interface SpellingJob {
  readonly words: WordFiles;
  readonly options: Omit<SpellOptions, "lexicon" | "groups">;
  readonly country: CountryCode;
  readonly format: SpellingFormat;
}

/**
 * Spells numbers as they come. What is no number is told of, and the others are spelled.
 * @returns how many were none
 */
export async function spellNumbers(
  { print, tell }: Pick<VanityWorld, "print" | "tell">,
  lines: AsyncIterable<NumberLine> | Iterable<NumberLine>,
  job: SpellingJob,
): Promise<number> {
  let [spelled, bad] = [0, 0];
  if (job.format.heading !== undefined) await print(job.format.heading);
  for await (const { text, where } of lines) {
    const number = readNumber(text, job.country);
    if (number === undefined) {
      bad += 1;
      tell(`${where}: found ${JSON.stringify(text.slice(0, 60))}; allowed: a telephone number`);
      continue;
    }
    await print(job.format.render(spellNumber(job, number)));
    spelled += 1;
    if (spelled % PROGRESS_EVERY === 0) tell(`${spelled.toLocaleString("en-US")} numbers spelled…`);
  }
  return bad;
}

function spellNumber({ words, options }: SpellingJob, number: VanityNumber): SpelledNumber {
  if (!isE164(number)) return { number, results: words.spell(number, options) };
  const { national, groups } = shapeOf(number);
  return { number, results: words.spell(national, { ...options, groups }) };
}
