/**
 * The letters of each key, by its digit; 0 and 1 have none.
 * @see https://www.itu.int/rec/T-REC-E.161
 */
const LETTERS_OF_KEY = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"] as const;

const CODE_OF_A = 97;

/** The key of each letter of the alphabet, and its place on that key. */
const KEYS = new Uint8Array(26);
const PLACES = new Uint8Array(26);
/** The letters of all keys, four places for each. */
const CODES = new Uint8Array(40);
for (const [key, letters] of LETTERS_OF_KEY.entries())
  for (let place = 0; place < letters.length; place++) {
    KEYS[letters.charCodeAt(place) - CODE_OF_A] = key;
    PLACES[letters.charCodeAt(place) - CODE_OF_A] = place;
    CODES[4 * key + place] = letters.charCodeAt(place);
  }

/** The digit that dials a small letter; 0 for what is none. */
export function keyOf(letter: string): number {
  return KEYS[letter.charCodeAt(0) - CODE_OF_A] ?? 0;
}

/** Which of its key's letters a small letter is, from 0. */
export function placeOf(letter: string): number {
  return PLACES[letter.charCodeAt(0) - CODE_OF_A] ?? 0;
}

/** The letter at a place of a key; nothing where there is none. */
export function letterAt(key: number, place: number): string {
  return LETTERS_OF_KEY[key]?.[place] ?? "";
}

/** The same, in code; 0 where there is none. */
export function letterCode(key: number, place: number): number {
  return CODES[4 * key + place] ?? 0;
}

/** The keys of a telephone that dial a text: letters by their keys, digits as they are; whatever else stands in it is left out. */
export function keysOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]/g, "")
    .replace(/[a-z]/g, (letter) => String(keyOf(letter)));
}
