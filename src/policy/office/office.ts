import type { E164 } from "../../telephony/e164";
import type { Hours } from "../../telephony/hours";

/** The languages that the office speaks, by their ISO 639 codes. */
export const LOCALES = ["en", "es", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in some languages. Where one lacks, the office's first language stands in; where that lacks, a prompt of ours. */
export type LocalText = { readonly [Language in Locale]?: string };

/** What a menu's entry is chosen by. `0` and `*` may be entries, too; without one they mean the operator and "back". */
export const MENU_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*"] as const;
export type MenuKey = (typeof MENU_KEYS)[number];

/** Where an entry of a menu leads. */
export type MenuTarget =
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "menu"; readonly menu: string }
  /** A message, to the department's mailbox, else to the line's. */
  | { readonly kind: "voicemail"; readonly department?: string }
  | { readonly kind: "say"; readonly say: LocalText }
  /** A recording: an https address, or the path of a public Asset, such as `/directions.mp3`. */
  | { readonly kind: "play"; readonly play: string }
  /** What a number spells. */
  | { readonly kind: "vanity" };

/** One choice of a menu. */
export interface MenuEntry {
  readonly key: MenuKey;
  readonly name: LocalText;
  readonly to: MenuTarget;
}

/** A menu, by its id in {@link Office.menus}. */
export interface Menu {
  readonly greeting: LocalText;
  readonly entries: readonly MenuEntry[];
}

/** A telephone of a department: a number, or a SIP address (`sip:…`). */
export type Phone = E164 | `sip:${string}` | `sips:${string}`;

/** How several telephones ring. `roundRobin`: in turn, and each call begins with the next one. */
export const RING_ORDERS = ["atOnce", "inTurn", "roundRobin"] as const;
export type RingOrder = (typeof RING_ORDERS)[number];

/** Who answers a choice of the menu. */
export interface Department {
  readonly name: LocalText;
  readonly phones: readonly Phone[];
  readonly order: RingOrder;
  /** How long each telephone, or all of them at once, may ring. */
  readonly ringSeconds: number;
  /** When it is open; undefined: always. Its exceptions are the holidays. */
  readonly hours: Hours | undefined;
  /** Whether whoever picks up hears who calls, and decides by a key. */
  readonly whispers: boolean;
  /** What the telephones show. */
  readonly callerId: "caller" | "line";
  readonly voicemail: { readonly email?: string; readonly greeting: LocalText };
  /** Whether a caller whom nobody answers may ask to be called back. */
  readonly offersCallback: boolean;
}

/** The section `office` of the policy: menus and departments by their ids. */
export interface Office {
  /** Not empty; the first is the one that telephones of departments are whispered to in. */
  readonly languages: readonly Locale[];
  /** How a caller's language is found where there are several: asked for, or taken from the country of the number. */
  readonly languageBy: "choice" | "country";
  readonly greeting: LocalText;
  readonly closedGreeting: LocalText;
  /** How often a menu is said to somebody who presses nothing that makes sense. */
  readonly tries: number;
  /** The department that `0` rings, and that callers reach who cannot choose; undefined: voicemail. */
  readonly operator: string | undefined;
  /** The one that callers hear first is `main`, unless their line names another. */
  readonly menus: Readonly<Record<string, Menu>>;
  readonly departments: Readonly<Record<string, Department>>;
  /** Whether callers are asked how they were served, once the department has hung up. */
  readonly survey: boolean;
}

/** The id of the menu that callers hear first. */
export const MAIN_MENU = "main";
