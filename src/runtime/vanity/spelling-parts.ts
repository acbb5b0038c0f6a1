import type { VanityPolicy } from "../../policy/vanity/vanity";
import type { CallWiring } from "../wiring";
import type { SpellingParts } from "./spell-number";
import { openWordFiles, type WordFiles } from "./word-files";

/** The private Assets that numbers are spelled from. */
const WORDS = "/vanity/words.bin";
const DEFINITIONS = "/vanity/definitions.bin";

/** What of a Function's wiring spelling needs. */
export type SpellingWiring = Pick<CallWiring, "assetPath" | "sync" | "now" | "random" | "log">;

/** What spelling needs, from a Function's wiring. */
export function spellingParts(wiring: SpellingWiring, vanity: VanityPolicy): SpellingParts {
  return {
    vanity,
    words: () => openWords(wiring),
    sync: () => wiring.sync(),
    now: () => wiring.now(),
    random: () => wiring.random(),
    log: (event, details) => wiring.log(event, details),
  };
}

function openWords(wiring: SpellingWiring): WordFiles {
  const [wordsPath, definitionsPath] = [WORDS, DEFINITIONS].map((path) => wiring.assetPath(path));
  if (wordsPath === undefined || definitionsPath === undefined)
    throw new Error(`Cannot read Assets ${WORDS} and ${DEFINITIONS}: the Build lacks them`);
  return openWordFiles({ wordsPath, definitionsPath });
}
