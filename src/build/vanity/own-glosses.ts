import glosses from "./own-glosses.json";
import tradeWords from "./trade-words.json";

const GLOSSES = new Map<string, string>(Object.entries({ ...tradeWords, ...glosses }));

/** What a word means, in words of our own: where WordNet has none, or is hard to follow by ear. */
export function ownGloss(word: string): string | undefined {
  return GLOSSES.get(word);
}

/** Words that are on every sign, though few dictionaries have them. */
export const TRADE_WORDS: readonly string[] = Object.keys(tradeWords);
