import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { Locale } from "../office/office";

/** What a caller was last asked for: a key, after a number was told, or a number; `text`: a text message was sent out. */
export const QUESTIONS = ["key", "number", "text"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Where a caller stands who asks what numbers spell, between two requests of the flow, which carries it as a text. */
export interface VanityState {
  readonly asked: Question;
  readonly locale: Locale;
  /** The number that was told last; undefined while none was. */
  readonly number?: VanityNumber;
  /** Whether a text message was asked for in this call. */
  readonly isTexted: boolean;
  /** How often in a row nothing that makes sense was answered. */
  readonly misses: number;
  /** How often something was said. */
  readonly turn: number;
}

/** After so many turns the call ends: Studio ends a flow after 1,000 steps, without a word. */
export const MOST_TURNS = 20;
/** After so many answers in a row that make no sense it ends, too. */
export const MOST_MISSES = 3;

/** As a text for the flow. */
export function renderVanityState(state: VanityState): string {
  return JSON.stringify(state);
}
