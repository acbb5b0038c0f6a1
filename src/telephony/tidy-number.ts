import { keysOf } from "./keypad";

/** Marks of direction and other invisible characters, which address books paste around numbers. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The part of a written number that is dialled to reach it: without `tel:`, extension, pauses and invisible characters,
 * vanity letters turned into digits. A `phone-context` stays, for only the number's parser may judge it.
 * @see https://www.rfc-editor.org/rfc/rfc3966
 */
export function tidyNumber(text: string): string {
  const bare = unescaped(text.slice(0, 250))
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .trim()
    .replace(/^tel:/i, "");
  const number = bare.includes(";phone-context=") ? bare : bare.replace(/[;,].*$/s, "");
  return spelled(withoutExtension(withoutLabel(number)).trim());
}

function unescaped(text: string): string {
  if (!/^\s*tel:.*%/i.test(text)) return text;
  return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function withoutExtension(text: string): string {
  return text.replace(/(\d[\d\s().-]*?)\s*(?:extension|extn|ext|x|p|w|#)[\s.:]*\d{1,7}#?$/i, "$1");
}

/** `+1 212 555 0100 (home)`, and the same without brackets. */
function withoutLabel(text: string): string {
  return text.replace(/\([^)\d]*\)/g, "").replace(/((?:\d\D{0,3}){7})\s\p{L}[\p{L}\s.]*$/u, "$1");
}

/** `1-800-FLOWERS`: one to seven digits, then at least three letters. */
function spelled(text: string): string {
  const [, digits = "", letters = ""] =
    /^\+?([\d\s().-]*\d[\s().-]*)([a-z][a-z\d\s().-]*)$/i.exec(text) ?? [];
  const isVanity = digits.replace(/\D/g, "").length <= 7 && letters.replace(/[^a-z]/gi, "").length >= 3;
  return isVanity ? text.toLowerCase().replace(/[a-z]/g, keysOf) : text;
}
