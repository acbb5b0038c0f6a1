const LETTERS: Readonly<Record<string, string>> = {
  "2": "ABC",
  "3": "DEF",
  "4": "GHI",
  "5": "JKL",
  "6": "MNO",
  "7": "PQRS",
  "8": "TUV",
  "9": "WXYZ",
};

/** Each letter's key. @see https://www.itu.int/rec/T-REC-E.161 */
const KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])),
);

/** The keys of a telephone that dial a text: letters by their keys, digits as they are; whatever else stands in it is left out. */
export function keysOf(text: string): string {
  return [...text.toUpperCase()].map((sign) => (/\d/.test(sign) ? sign : (KEYS[sign] ?? ""))).join("");
}
