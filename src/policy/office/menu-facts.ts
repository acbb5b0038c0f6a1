import type { Caller } from "../../telephony/caller";
import type { Line } from "../line";
import type { Locale, MenuKey, Office } from "./office";

/** What a caller answered: a key, or words; both empty: nothing. */
export interface Heard {
  readonly key: string;
  readonly speech: string;
}

/** What decides about a caller in a menu, besides what was heard. */
export interface MenuFacts {
  readonly office: Office;
  readonly line: Pick<Line, "menu" | "voicemail">;
  readonly caller: Caller;
  /** Whether a department takes calls now, by its id. */
  readonly isOpen: (department: string) => boolean;
  /** Whether calls can be put through at all. */
  readonly canConnect: boolean;
  /** Whether the caller shows the owner's number, and there is a PIN to ask for. */
  readonly mayBeOwner: boolean;
}

/** Whom a choice leads to: what to do next. `say` and `greeting` are spoken in the state's language. */
export type MenuStep =
  | { readonly do: "ask"; readonly say: string; readonly hints: readonly string[] }
  /** Plays a recording, and asks then. */
  | { readonly do: "play"; readonly play: string; readonly say: string; readonly hints: readonly string[] }
  | { readonly do: "connect"; readonly department: string }
  /** `department`: whose mailbox; undefined: the line's. `isExhausted`: the menu gave up. */
  | {
      readonly do: "voicemail";
      readonly department?: string;
      readonly greeting: string;
      readonly isExhausted: boolean;
    }
  | { readonly do: "owner"; readonly say: string }
  /** Tells what a number spells. */
  | { readonly do: "vanity" };

/** The key of a language in the question for it: they are numbered as the policy lists them. */
export function languageKeys(languages: readonly Locale[]): readonly (readonly [string, Locale])[] {
  return languages.map((locale, index) => [String(index + 1), locale] as const);
}

/** The key of the operator, of the way back, and what says a menu again. */
export const OPERATOR_KEY = "0" satisfies MenuKey;
export const BACK_KEY = "*" satisfies MenuKey;
export const REPEAT_KEY = "#";
