import { LETTERS_OF } from "./keys";
import { type Peer, type PeerSpelling, show, WANTED } from "./peer";

/**
 * As most solutions of the well-known exercise do it: every combination of letters of the last seven digits, and of parts of
 * them, is looked up in a set of words; long parts first.
 */
export function makeBruteForce(words: readonly string[]): Peer {
  const known = new Set(words);
  return (number) => {
    const found: PeerSpelling[] = [];
    for (let length = 7; length >= 3 && found.length < WANTED; length--)
      for (let start = number.length - 7; start + length <= number.length; start++)
        for (const letters of combinations(number.slice(start, start + length)))
          if (known.has(letters)) found.push(show(number, [letters], start));
    return found.slice(0, WANTED);
  };
}

function combinations(digits: string): string[] {
  let all = [""];
  for (const digit of digits) {
    const letters = LETTERS_OF[digit] ?? "";
    all = all.flatMap((beginning) => [...letters].map((letter) => beginning + letter));
  }
  return all;
}
