import type { LexiconContents, LexiconEntry } from "./lexicon-entry";
import { DEFINITION_LIMITS } from "./lexicon-layout";
import { LONGEST_PAIR } from "./pair-key";

/** @throws RangeError naming the word or the denied string that cannot be encoded, and why */
export function checkContents({ words, denied, pairs = [] }: LexiconContents): void {
  const seen = new Set<string>();
  for (const word of words) {
    const fault = faultIn(word) ?? (seen.has(word.text) ? "stands in the list twice" : undefined);
    if (fault !== undefined) throw new RangeError(`Cannot encode the word "${word.text}": it ${fault}`);
    seen.add(word.text);
  }
  const odd = denied.find((text) => !/^[a-z]{2,}$/.test(text));
  if (odd !== undefined)
    throw new RangeError(`Cannot encode the denied string "${odd}": it needs two letters a to z, or more`);
  for (const pair of pairs) {
    const stray = pair.find((text) => !seen.has(text));
    if (stray !== undefined)
      throw new RangeError(
        `Cannot encode the pair "${pair.join(" ")}": "${stray}" is not in the list of words`,
      );
    if (pair.join("").length > LONGEST_PAIR)
      throw new RangeError(
        `Cannot encode the pair "${pair.join(" ")}": it has more than ${LONGEST_PAIR} letters together`,
      );
  }
}

function faultIn({ text, commonness, definition }: LexiconEntry): string | undefined {
  if (!/^[a-z]{2,15}$/.test(text)) return "is not 2 to 15 letters a to z";
  if (!(commonness > 0 && commonness <= MOST_COMMON))
    return `is common by ${commonness}, which is not above 0 and up to ${MOST_COMMON}`;
  if (definition === "") return "has no definition";
  const isLong = new TextEncoder().encode(definition).length > DEFINITION_LIMITS.length;
  return isLong ? `has a definition of more than ${DEFINITION_LIMITS.length} bytes` : undefined;
}

/** What fits into a byte in hundredths. */
const MOST_COMMON = 2.55;
