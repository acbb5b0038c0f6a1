import type { MenuEntryFile } from "./office-schema";

/** Where an entry leads, before its numbers are read. */
export type TargetFile =
  | {
      readonly kind: "phones";
      readonly ring: readonly string[];
      readonly how: "atOnce" | "inTurn" | "roundRobin";
    }
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "menu"; readonly menu: string }
  | { readonly kind: "voicemail"; readonly department?: string }
  | {
      readonly kind: "say";
      readonly say: NonNullable<Extract<MenuEntryFile["to"], { say?: unknown }>["say"]>;
    }
  | { readonly kind: "play"; readonly play: string }
  | { readonly kind: "vanity" };

/** Words that an entry's `to` may be, besides departments. */
export const TARGET_WORDS = ["voicemail", "vanity"] as const;
type TargetWord = (typeof TARGET_WORDS)[number];

export const isTargetWord = (text: string): text is TargetWord => TARGET_WORDS.some((word) => word === text);

/** What an entry's `to` says; a word that is no department is taken for a telephone. */
export function targetOf(to: MenuEntryFile["to"], departments: readonly string[]): TargetFile {
  if (typeof to === "string") return ofText(to, departments);
  if (Array.isArray(to)) return { kind: "phones", ring: to, how: "atOnce" };
  const { ring, how = "atOnce", menu, say, play, voicemail = "" } = to;
  if (ring !== undefined) return { kind: "phones", ring, how };
  if (menu !== undefined) return { kind: "menu", menu };
  if (say !== undefined) return { kind: "say", say };
  if (play !== undefined) return { kind: "play", play };
  return { kind: "voicemail", department: voicemail };
}

function ofText(to: string, departments: readonly string[]): TargetFile {
  if (isTargetWord(to)) return { kind: to };
  if (departments.includes(to)) return { kind: "department", department: to };
  return { kind: "phones", ring: [to], how: "atOnce" };
}

/** Whether a telephone is a SIP address. @see https://www.twilio.com/docs/voice/twiml/sip */
export function isSipAddress(phone: string): phone is `sip:${string}` | `sips:${string}` {
  return /^sips?:[^\s@<>"]+@[^\s@<>"]+$/i.test(phone);
}

/** The id of the department that the telephones of an entry, or of the operator, make. */
export const ownDepartmentId = (menu: string, key: string): string =>
  `menu-${menu}-${key === "*" ? "star" : key}`;
export const OPERATOR_ID = "operator";
