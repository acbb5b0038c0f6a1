import type { SpelledWord, Spelling } from "../../vanity/spelling";

/** A stretch of a spelling: a word of it, or the digits between two of them. */
export type SpellingPiece = { readonly word: SpelledWord } | { readonly signs: string };

/**
 * A spelling in the order in which it is said: `866-5TAB-981` is `866`, `5`, the word tab, `981`. Letters that no word accounts
 * for are signs like digits.
 */
export function spellingPieces({ spelling, words }: Spelling): readonly SpellingPiece[] {
  let rest = spelling;
  const pieces: SpellingPiece[] = [];
  for (const word of words) {
    const [found, index] = find(rest, word.shown);
    if (found === "") continue;
    pieces.push(...signsIn(rest.slice(0, index)), { word });
    rest = rest.slice(index + found.length);
  }
  return [...pieces, ...signsIn(rest)];
}

/** A hyphen may stand within a word, where the number has a gap. */
function find(text: string, shown: string): readonly [found: string, index: number] {
  const signs = shown.match(/[A-Z0-9]/g) ?? [];
  const match = signs.length === 0 ? null : new RegExp(signs.join("-?")).exec(text);
  return match === null ? ["", 0] : [match[0], match.index];
}

function signsIn(text: string): SpellingPiece[] {
  return text.split(/[^A-Z0-9]+/).flatMap((signs) => (signs === "" ? [] : [{ signs }]));
}
