import { isE164, parseE164 } from "../telephony/e164";
import { NUMBER_ALLOWED } from "./columns";
import type { KeyKind } from "./list-definition";

/** A caller's number, or one of ours. Calls look it up in E.164 and in no other way. */
export const numberKey: KeyKind = {
  heading: "number",
  allowed: NUMBER_ALLOWED,
  read: (text, { country }) => parseE164(text, country),
  meaning: (key) => (isE164(key) ? key : undefined),
};

const asPattern = (text: string): string | undefined =>
  /^\+[1-9]\d{0,14}\*$/.exec(text.replace(/[\s().-]/g, ""))?.[0];

/** The beginning of numbers. */
export const patternKey: KeyKind = {
  heading: "pattern",
  allowed: "the beginning of numbers with + and country code, and a * behind it, such as +1900*",
  read: asPattern,
  meaning: asPattern,
};

/** The SID of a call or of a recording. */
export function sidKey(heading: string): KeyKind {
  return {
    heading,
    allowed: "a SID",
    read: (text) => text.trim(),
    meaning: (key) => key,
  };
}
