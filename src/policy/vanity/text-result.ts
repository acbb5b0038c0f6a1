import type { PlainPromptName } from "../office/prompts/prompt-in";

/**
 * What became of a text message. `already`: the caller's number has had its message of this hour. `stopped`: whoever has
 * that telephone wants none. `unreachable`: it takes none. `not`: everything else.
 */
export const TEXT_RESULTS = ["sent", "already", "stopped", "unreachable", "not"] as const;
export type TextResult = (typeof TEXT_RESULTS)[number];

/** How a caller is told. */
export const TEXT_PROMPTS: Readonly<Record<TextResult, PlainPromptName>> = {
  sent: "vanityTextSent",
  already: "vanityTextAlready",
  stopped: "vanityTextStopped",
  unreachable: "vanityTextUnreachable",
  not: "vanityTextNotSent",
};

/**
 * By Twilio's reason to refuse a message that is the caller's own: unsubscribed; no number, no mobile, not on a network that
 * takes any. @see https://www.twilio.com/docs/api/errors
 */
const REFUSALS: Readonly<Record<number, TextResult>> = {
  21610: "stopped",
  21211: "unreachable",
  21612: "unreachable",
  21614: "unreachable",
  21635: "unreachable",
};

/** What a refusal by Twilio means for the caller: what is about our number, or account, is none of the caller's business. */
export function resultOfRefusal(code: number | undefined): TextResult {
  return REFUSALS[code ?? 0] ?? "not";
}
