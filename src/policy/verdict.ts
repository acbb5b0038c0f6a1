import type { E164 } from "../telephony/e164";
import type { RuleName } from "./line";

/** Why a call is refused: what the network then tells the caller. @see https://www.twilio.com/docs/voice/twiml/reject */
export const REJECT_REASONS = ["rejected", "busy"] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** What should happen to a ringing call, and why, in words. */
export type Verdict = { readonly reason: string } & (
  | { readonly action: "connect"; readonly to: E164 }
  | { readonly action: "reject"; readonly rejectReason: RejectReason }
  | { readonly action: "message"; readonly say: string }
  | { readonly action: "voicemail"; readonly greeting?: string }
  | { readonly action: "owner"; readonly say: string }
  /** Rings the home's SIP phone. */
  | { readonly action: "household" }
  /** Rings a telephone whose owner hears who calls, and decides. `name`: the caller is asked for a name first. */
  | { readonly action: "announce"; readonly to: E164; readonly as: "name" | "forged" }
  | { readonly action: "challenge" | "menu" | "vanity" }
);

/** A verdict, the rule that gave it (`none` when none matched), and a line for each rule that was asked before. */
export interface Decision {
  readonly rule: RuleName | "none";
  readonly verdict: Verdict;
  readonly trace: readonly string[];
  /** What the rules after `owner` say of the call, if the owner's PIN is not given. */
  readonly withoutPin?: Decision;
}
