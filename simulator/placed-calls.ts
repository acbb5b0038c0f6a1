import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Switchboard } from "../local-twilio/voice/switchboard";
import { type Whisper, whispersOf } from "./whispers-of";
import { wordsOf } from "./words-of";

/** A call that the product placed, to ring somebody. */
export interface PlacedReport {
  readonly callSid: string;
  readonly to: string;
  readonly from: string;
  readonly status: CallOutcome["status"];
  /** What whoever picked up heard, and which keys were pressed there. */
  readonly heard: readonly string[];
  readonly pressed: readonly string[];
  readonly dialed: CallOutcome["dialed"];
  readonly whispered: readonly Whisper[];
}

/** The calls that were placed, in the order of their ends; without those that rang a phone into a conference. */
export function placedCalls({ outcomes }: Pick<Switchboard, "outcomes">): readonly CallOutcome[] {
  return outcomes.filter(({ events }) => !events.some(({ kind }) => kind === "invited"));
}

/** Sums a placed call up, from what was seen of it. */
export function reportPlaced(outcome: CallOutcome): PlacedReport {
  const { callSid, to, from, status, pressed, dialed } = outcome;
  return {
    ...{ callSid, to, from, status, pressed, dialed },
    heard: wordsOf(outcome),
    whispered: whispersOf(outcome),
  };
}
