import type { CountryCode } from "../telephony/e164";
import { isDeniedWord } from "../vanity/offence";
import { prepareOwnWords } from "../vanity/prepare-own-words";
import type { OwnWord } from "../vanity/spell-options";
import { grantWishes } from "./grant-wishes";
import { type NumberLine, numberLines } from "./number-lines";
import { openWords } from "./open-words";
import { readDefaults, type VanityDefaults } from "./read-defaults";
import { readOwnWords } from "./read-own-words";
import { CSV_ROWS, JSON_LINES, PLAIN, type SpellingFormat } from "./render-spellings";
import { spellNumbers } from "./spell-numbers";
import { VANITY_HELP } from "./vanity-help";
import { readVanityOptions, type VanityOptions } from "./vanity-options";
import type { VanityWorld } from "./vanity-world";

/**
 * Runs the command.
 * @returns the exit code
 * @throws Error that says what is missing, what is wrong with the arguments, or what is out of reach
 */
export async function runVanity(argv: readonly string[], world: VanityWorld): Promise<number> {
  const options = readVanityOptions(argv);
  if (options.isHelp) {
    await world.print(VANITY_HELP);
    return 0;
  }
  const defaults = readDefaults(world);
  const country = options.country ?? defaults.country;
  const bad = options.isWish
    ? await grantWishes(world, options, country)
    : await spellThem(world, options, { ...defaults, country });
  return bad === 0 ? 0 : 1;
}

async function spellThem(
  world: VanityWorld,
  options: VanityOptions,
  defaults: VanityDefaults & { readonly country: CountryCode },
): Promise<number> {
  const spelling = spellingOf(options, defaults);
  const lines = await linesOf(options, world);
  const words = await openWords(world.tell);
  for (const own of new Set(prepareOwnWords(spelling.ownWords).flat()))
    if (isDeniedWord(words.lexicon, own))
      world.tell(`"${own.text}" is never shown: it is on a list of offensive words, or sounds like one`);
  return spellNumbers(world, lines, {
    ...{ words, country: defaults.country, options: spelling, format: formatOf(options) },
  });
}

/** What the engine is asked for: the command's own options before those of the policy. */
function spellingOf({ wordsFile, top, fixed, spellable }: VanityOptions, defaults: VanityDefaults) {
  const ownWords: readonly OwnWord[] = [
    ...(wordsFile === undefined ? [] : readOwnWords(wordsFile)),
    ...defaults.words,
  ];
  const digits = spellable ?? defaults.spellable;
  return {
    ownWords,
    ...(top !== undefined && { count: top }),
    ...(fixed !== undefined && { fixed }),
    ...(digits !== undefined && { spellable: digits }),
  };
}

function formatOf({ isJson, file }: VanityOptions): SpellingFormat {
  if (isJson) return JSON_LINES;
  return file === undefined ? PLAIN : CSV_ROWS;
}

async function linesOf(
  { file, positionals }: VanityOptions,
  world: VanityWorld,
): Promise<AsyncIterable<NumberLine> | Iterable<NumberLine>> {
  if (file !== undefined) return numberLines(file, world);
  return positionals.map((text, index) => ({ text, where: `argument ${index + 1}` }));
}
