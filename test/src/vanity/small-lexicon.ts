import { encodeLexicon } from "../../../src/vanity/encode-lexicon";
import type { Lexicon } from "../../../src/vanity/open-lexicon";
import { openLexicon } from "../../../src/vanity/open-lexicon";

/** A lexicon of a few words, all as common, unless a number follows: `flowers zero:0.9`. */
export function lexiconOf(words: string, denied = ""): Lexicon {
  const entries = listed(words).map((entry) => {
    const [text = "", commonness = "0.8"] = entry.split(":");
    return { text, commonness: Number(commonness), definition: `what ${text} means` };
  });
  return openLexicon(encodeLexicon({ words: entries, denied: listed(denied) }).words);
}

const listed = (text: string): string[] => text.split(" ").filter((word) => word !== "");
