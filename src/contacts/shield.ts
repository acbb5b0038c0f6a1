/**
 * The characters with a meaning in a vCard, each with a Unicode noncharacter that stands in for it while vcard4 reads the
 * card: vcard4 4.0.5 unescapes nothing in what it takes for a URL (`Ann: x`), strips a value's outer quotes, and reads an
 * escaped backslash before `n` as a new line.
 */
const STAND_INS: readonly (readonly [string, string])[] = [
  ["\\", "\ufdd0"],
  [",", "\ufdd1"],
  [";", "\ufdd2"],
  ['"', "\ufdd3"],
];

/** The text, on one line, with nothing in it that vcard4 could take for anything but text. */
export function shield(text: string): string {
  const plain = text
    .replace(/[\p{Cc}\ufdd0-\ufdef\u2028\u2029]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return STAND_INS.reduce((shielded, [character, standIn]) => shielded.replaceAll(character, standIn), plain);
}

/** The text that {@link shield} was given. */
export function unshield(text: string): string {
  return STAND_INS.reduce((plain, [character, standIn]) => plain.replaceAll(standIn, character), text);
}
