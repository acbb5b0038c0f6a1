/** How many digits of a spelling may be read as letters. */
export const MOST_LOOK_ALIKES = 2;

/** The letters that the digits look like that have none. */
const LETTERS_LIKE = ["o", "il"] as const;

/** The letters that a digit may be read as in a word; none for one that has its own. */
export function lettersLike(digit: number): string {
  return LETTERS_LIKE[digit] ?? "";
}

/** A word needs more letters than digits in their place, or nobody could read it. */
export function isReadable(length: number, lookAlikes: number): boolean {
  return lookAlikes <= MOST_LOOK_ALIKES && lookAlikes * 2 < length;
}
