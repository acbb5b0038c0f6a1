/** How a call can end. The words are those of the product's own log, found here without reading it. */
export const DISPOSITIONS = [
  "rejected",
  "connected",
  "voicemail",
  "message",
  "failed-challenge",
  "unanswered-challenge",
  "abandoned",
  "menu-exhausted",
  "error",
] as const;
/** One of {@link DISPOSITIONS}. */
export type Disposition = (typeof DISPOSITIONS)[number];

/** What was observed on the line, and what the Functions replied while the call went on. */
export interface Observed {
  readonly rejected: boolean;
  readonly hungUpBy: "caller" | "twilio" | "callee" | "none";
  /** Whether the caller and a phone that was rung were in a conference together. */
  readonly talked: boolean;
  /** Whether the caller gave the owner's PIN. */
  readonly isOwner: boolean;
  /** Whether it was the home's phone that called. */
  readonly isOutgoing: boolean;
  /** Whether a Function that was asked what to do gave no answer. */
  readonly isUndecided: boolean;
  /** Whether whoever picked up pressed the key that blocks the caller. */
  readonly isTurnedAway: boolean;
  /** Whether the menu gave the caller up. */
  readonly isExhausted: boolean;
  /** Whether the caller has asked to be called back. */
  readonly isQueued: boolean;
  readonly dialed: readonly { readonly status: string }[];
  /** Messages that were left; a name that is told to whoever picks up is none. */
  readonly messages: readonly { readonly seconds: number }[];
  readonly heard: readonly { readonly kind: string }[];
  /** Whether Twilio told the caller that an application error has occurred. */
  readonly applicationError: boolean;
  /** The action that `/incoming/screen` replied. */
  readonly action: string | undefined;
  /** The results that `/incoming/check-challenge` replied, in order. */
  readonly results: readonly string[];
  /** What `/vanity/spell` let the flow do, in order. */
  readonly spelled: readonly string[];
}

/**
 * Names the end of a call by what the two parties lived through. The first sentence that is true wins: a talk or a
 * message outweighs how the call got there, a failed test, or a menu in vain, outweighs who hung up first.
 */
export function dispositionOf(observed: Observed): Disposition {
  const { rejected, hungUpBy, messages, heard, applicationError, action, results } = observed;
  const last = results.at(-1);
  if (rejected) return "rejected";
  if (hasTalked(observed)) return "connected";
  if (messages.some(({ seconds }) => seconds > 0)) return "voicemail";
  if (observed.isOwner) return "message";
  if (last === "failed" || last === "locked") return "failed-challenge";
  if (observed.isTurnedAway) return "rejected";
  if (observed.isExhausted) return "menu-exhausted";
  if (observed.isQueued || observed.spelled.includes("tell")) return "message";
  if (hungUpBy === "caller") return "abandoned";
  if (observed.isOutgoing) return ofOutgoing(observed);
  if (last === "unanswered" || isNameless(observed)) return "unanswered-challenge";
  if (applicationError) return "error";
  if (heard.some(({ kind }) => kind === "beep")) return "voicemail";
  if (observed.spelled.at(-1) === "end") return "message";
  return byAction(action, last);
}

/** Whoever was dialled may have picked up and not taken the call: then there was no talk. */
function hasTalked({ talked, dialed, heard }: Observed): boolean {
  const isAnswered = dialed.some(({ status }) => status === "completed" || status === "answered");
  return talked || (isAnswered && heard.some(({ kind }) => kind === "conversation"));
}

/** Nobody is rung for whoever was asked for a name and said none. */
function isNameless({ action, dialed, messages }: Observed): boolean {
  return action === "announce" && dialed.length === 0 && messages.length === 0;
}

/** Nobody was reached, or only a sentence was heard. */
function ofOutgoing({ dialed, isUndecided, applicationError }: Observed): Disposition {
  if (applicationError || isUndecided || dialed.at(-1)?.status === "failed") return "error";
  return dialed.length > 0 ? "abandoned" : "message";
}

function byAction(action: string | undefined, lastResult: string | undefined): Disposition {
  if (action === "challenge" && lastResult !== "right") return "unanswered-challenge";
  if (action === "message") return "message";
  if (action === "menu") return "menu-exhausted";
  return "error";
}
