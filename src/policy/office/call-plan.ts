import type { E164 } from "../../telephony/e164";
import type { Locale } from "./office";

/**
 * Whom a call rings that is announced to whoever picks up. `department`: chosen in a menu. `name`: a stranger, who is asked
 * for a name first. `forged`: a contact whose number may be forged.
 */
export type CallPlan = { readonly callSid: string; readonly line: E164; readonly locale: Locale } & (
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "name" | "forged"; readonly to: E164 }
);

/** How ringing ended. `blocked`: whoever picked up has blocked the caller. `gone`: the caller hung up. */
export const RING_OUTCOMES = [
  "answered",
  "unanswered",
  "voicemail",
  "blocked",
  "closed",
  "silent",
  "gone",
] as const;
export type RingOutcome = (typeof RING_OUTCOMES)[number];
