/** A word, and how common it is, in hundredths. */
export interface Worded {
  readonly text: string;
  readonly commonness: number;
  /** How many digits are read as its letters; none by default. */
  readonly lookAlikes?: number;
}

/** A part of a number: a word, or a leftover digit. */
export interface Piece {
  readonly shown: string;
  readonly word: Worded | undefined;
}

/** One of the ways to part a number. */
export interface Segmentation {
  readonly pieces: readonly Piece[];
  readonly score: number;
}

/** Whether a word is often written after another. */
export type IsPair = (word: string, next: string) => boolean;

/** The words that a stretch of digits dials. */
export type WordsFor = (keys: string) => readonly Worded[];

/** Which letter each key begins with. @see https://www.itu.int/rec/T-REC-E.161 */
const KEYS = ["a2", "d3", "g4", "j5", "m6", "p7", "t8", "w9"];

/** The digits that dial a word. */
export function keysOf(word: string): string {
  return word.replace(/./g, (letter) => KEYS.findLast((key) => key.charAt(0) <= letter)?.charAt(1) ?? "?");
}

/** Words by their keys. */
export function wordsByKeys(words: readonly Worded[]): ReadonlyMap<string, readonly Worded[]> {
  const byKeys = new Map<string, Worded[]>();
  for (const word of words) {
    const keys = keysOf(word.text);
    byKeys.set(keys, [...(byKeys.get(keys) ?? []), word]);
  }
  return byKeys;
}

/**
 * Every way there is to spell some digits, and its score: by the line that src/vanity/score.ts explains it in, and by nothing else
 * of the engine. Length squared times commonness; 1.5 for each letter of a last word; -6 for each digit read as a letter; -10 for
 * every stretch of digits; 2.5 for every two words that are a pair, no word in two of them.
 */
export function everySegmentation(
  digits: string,
  wordsFor: WordsFor,
  isPair: IsPair = () => false,
): Segmentation[] {
  return partings(digits, wordsFor).map((pieces) => ({ pieces, score: scoreOf(pieces, isPair) }));
}

function partings(digits: string, wordsFor: WordsFor): Piece[][] {
  if (digits === "") return [[]];
  const firsts: Piece[] = [{ shown: digits.charAt(0), word: undefined }];
  for (let length = 2; length <= digits.length; length++)
    for (const word of wordsFor(digits.slice(0, length))) firsts.push({ shown: word.text, word });
  return firsts.flatMap((first) =>
    partings(digits.slice(first.shown.length), wordsFor).map((rest) => [first, ...rest]),
  );
}

function scoreOf(pieces: readonly Piece[], isPair: IsPair): number {
  let hundredths = 150 * (pieces.at(-1)?.word?.text.length ?? 0);
  for (const [index, { word }] of pieces.entries()) {
    if (word !== undefined)
      hundredths += word.text.length ** 2 * word.commonness - 600 * (word.lookAlikes ?? 0);
    else if (index === 0 || pieces[index - 1]?.word !== undefined) hundredths -= 1000;
  }
  return (hundredths + 250 * mostPairs(pieces, isPair)) / 100;
}

/** How many pairs there are at most of which none shares a word; a word that shows digits belongs to none. */
function mostPairs([piece, ...rest]: readonly Piece[], isPair: IsPair): number {
  if (piece === undefined) return 0;
  const [word, next] = [piece.word, rest[0]?.word];
  const without = mostPairs(rest, isPair);
  if (word === undefined || next === undefined || word.lookAlikes || next.lookAlikes) return without;
  return isPair(word.text, next.text) ? Math.max(without, 1 + mostPairs(rest.slice(1), isPair)) : without;
}
