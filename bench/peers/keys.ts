/** What is written on the keys of a telephone. */
export const LETTERS_OF: Readonly<Record<string, string>> = {
  ...{ "2": "abc", "3": "def", "4": "ghi", "5": "jkl", "6": "mno", "7": "pqrs", "8": "tuv", "9": "wxyz" },
};

const KEY_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTERS_OF).flatMap(([key, letters]) => [...letters].map((letter) => [letter, key])),
);

/** The digits that dial a word. */
export function keysOf(word: string): string {
  let keys = "";
  for (const letter of word) keys += KEY_OF[letter] ?? "";
  return keys;
}
