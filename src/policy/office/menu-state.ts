import type { Locale } from "./office";

/** What a caller was last asked for: a language, a choice, or the owner's PIN, which another part of the flow takes. */
export const QUESTIONS = ["language", "menu", "pin"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Where a caller stands in an office's menus, between two requests of the flow, which carries it as a text. */
export interface MenuState {
  readonly asked: Question;
  readonly locale: Locale;
  /** The menus from the first one down to where the caller is, by their ids; never empty, none twice. */
  readonly path: readonly string[];
  /** How often the caller chose nothing that makes sense, by menu; "" is the question for the language. */
  readonly misses: Readonly<Record<string, number>>;
  /** How often something was asked. */
  readonly turn: number;
}

/** After so many questions no other is asked: Studio ends a flow after 1,000 steps, without a word. */
export const MOST_TURNS = 30;

/** Where a call begins. */
export function firstState(locale: Locale, menu: string): MenuState {
  return { asked: "menu", locale, path: [menu], misses: {}, turn: 0 };
}

/** The id of the menu that the caller is in. */
export function menuOf({ path }: MenuState): string {
  return path[path.length - 1] ?? "";
}

/** As a text for the flow. */
export function renderMenuState(state: MenuState): string {
  return JSON.stringify(state);
}
