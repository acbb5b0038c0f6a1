/** The keys of a telephone in their rows. @see https://www.itu.int/rec/T-REC-E.161 */
export const KEYS: readonly { readonly key: string; readonly letters: string }[] = [
  ...["1", "2 ABC", "3 DEF", "4 GHI", "5 JKL", "6 MNO", "7 PQRS", "8 TUV", "9 WXYZ", "*", "0", "#"].map(
    (face) => {
      const [key = "", letters = ""] = face.split(" ");
      return { key, letters };
    },
  ),
];

/** A sign of a spelling, and the key that dials it. */
export interface DialledKey {
  readonly shown: string;
  readonly key: string;
}

/** The signs of a spelling that are dialled, in their order: hyphens are not. */
export function keysOf(spelling: string): DialledKey[] {
  return [...spelling.toUpperCase()].flatMap((shown) => {
    const found = KEYS.find(({ key, letters }) => letters.includes(shown) || key === shown);
    return found === undefined ? [] : [{ shown, key: found.key }];
  });
}
