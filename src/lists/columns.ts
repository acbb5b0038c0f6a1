import { didYouMean } from "../config/did-you-mean";
import { parseUntil } from "../store/parse-until";
import { parseE164 } from "../telephony/e164";
import { parseHours } from "../telephony/parse-hours";
import type { Column, ListLocale, Reading } from "./list-definition";
import { printable } from "./render-table";

export const NUMBER_ALLOWED = "a full telephone number, such as +12125550142 or (212) 555-0142";
const UNTIL_ALLOWED = "a day, such as 2026-02-28, or a time, such as 2026-02-28T18:00";
const SWITCH_ALLOWED = "yes or no";

const isText = (value: unknown): boolean => typeof value === "string";

/** Texts stand as they are; anything else as JSON, so that nothing is hidden. */
function print(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Words of the owner's own. */
export function textColumn(name: string, more: { readonly isRequired?: boolean } = {}): Column {
  return {
    ...{ name, allowed: "a text", ...more },
    isOfKind: () => true,
    read: (text) => ({ value: text.trim().replace(/\r\n?/g, "\n") }),
    print,
  };
}

/** A telephone to forward to. One of our own lines would bring the call back, again and again. */
export function targetColumn(name: string, more: { readonly isRequired?: boolean } = {}): Column {
  return {
    ...{ name, allowed: NUMBER_ALLOWED, ...more },
    isOfKind: isText,
    read: (text, locale) => {
      const number = parseE164(text, locale.country);
      if (number === undefined) return { allowed: notANumber(text) };
      return locale.ours.includes(number)
        ? { allowed: "another telephone: this is one of our own lines, and the call would come back" }
        : { value: number };
    },
    print,
  };
}

/** `4.42079E+11` is what a spreadsheet makes of a long number, and the digits are lost. */
export function notANumber(text: string): string {
  return /^\d([.,]\d+)?E\+?\d+$/i.test(text.trim())
    ? "the whole number: a spreadsheet has cut it short; format that column as text"
    : NUMBER_ALLOWED;
}

/** A day or an instant. */
export function untilColumn(name: string): Column {
  return {
    ...{ name, allowed: UNTIL_ALLOWED },
    isOfKind: isText,
    read: (text, { timezone }) =>
      parseUntil(text, timezone) === undefined ? { allowed: UNTIL_ALLOWED } : { value: text.trim() },
    print,
  };
}

/** Numbers of ours, separated by commas. */
export function linesColumn(name: string): Column {
  const allowed = "numbers of ours separated by commas, or nothing for all";
  return {
    ...{ name, allowed },
    isOfKind: (value) => [value].flat().length > 0 && [value].flat().every(isOneNumber),
    read: (text, locale) => readLines(text, locale, allowed),
    print: (value) => (Array.isArray(value) && value.length > 0 ? value.map(print).join(", ") : print(value)),
  };
}

/** Calls read each text as one number. */
const isOneNumber = (value: unknown): boolean => typeof value === "string" && /^[^,;]*\d[^,;]*$/.test(value);

function readLines(text: string, { country }: ListLocale, allowed: string): Reading {
  const parts = text.split(/[,;]/).filter((part) => part.trim() !== "");
  const numbers = parts.flatMap((part) => parseE164(part, country) ?? []);
  return numbers.length === parts.length && parts.length > 0 ? { value: numbers } : { allowed };
}

/** Times of the week; in Sync it may also be a list of such texts. */
export function hoursColumn(name: string): Column {
  const allowed = "days and times, such as mon-fri 15:00-19:00; sat,sun 9:00-20:00, or nothing for always";
  return {
    ...{ name, allowed },
    isOfKind: (value) => [value].flat().length > 0 && [value].flat().every(isText),
    read: (text) => (parseHours(text) === undefined ? { allowed } : { value: text.trim() }),
    print: (value) => (Array.isArray(value) && value.length > 0 ? value.map(print).join("; ") : print(value)),
  };
}

/** Yes or no; nothing is no. */
export function switchColumn(name: string): Column {
  return {
    ...{ name, allowed: SWITCH_ALLOWED, isSwitch: true, whenEmpty: false },
    isOfKind: (value) => typeof value === "boolean",
    read: (text) => {
      if (/^(yes|true|1)$/i.test(text.trim())) return { value: true };
      return /^(no|false|0)$/i.test(text.trim()) ? { value: false } : { allowed: SWITCH_ALLOWED };
    },
    print: (value) => (typeof value === "boolean" ? (value ? "yes" : "no") : print(value)),
  };
}

/** One of a few words. Without one that stands when nothing is said, it must be said. */
export function choiceColumn(
  name: string,
  words: readonly string[],
  more: { readonly whenEmpty?: string } = {},
): Column {
  const allowed = words.join(", ").replace(/, ([^,]*)$/, " or $1");
  return {
    ...{ name, allowed, isRequired: more.whenEmpty === undefined, ...more },
    isOfKind: (value) => isText(value) && words.includes(String(value)),
    read: (text) => {
      const word = text.trim().toLowerCase();
      return words.includes(word)
        ? { value: word }
        : { allowed: `${allowed}${didYouMean(text.trim(), words)}` };
    },
    print,
  };
}

/** How often something happened. */
export function countColumn(name: string): Column {
  const allowed = "a whole number";
  return {
    ...{ name, allowed },
    isOfKind: (value) => typeof value === "number" && Number.isInteger(value) && value >= 0,
    read: (text) => (/^\d+$/.test(text) ? { value: Number(text) } : { allowed }),
    print,
  };
}

/** What others wrote, callers among them: it is only shown, and terminals obey control characters. */
export function shownColumn(name: string): Column {
  return {
    ...{ name, allowed: "anything" },
    isOfKind: () => true,
    read: (text) => ({ value: text }),
    print: (value) => printable(Array.isArray(value) ? value.map(print).join("; ") : print(value)),
  };
}
