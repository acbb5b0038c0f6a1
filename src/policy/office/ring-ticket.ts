import type { RecordingSid } from "../../telephony/sids";
import { seal, unseal } from "../seal";
import type { CallPlan } from "./call-plan";
import type { Phone } from "./office";
import { parseRingTicket, parseWhisperTicket } from "./parse-ring-ticket";
import type { Ringing } from "./ring-steps";

/** What every step of a call's ringing must know. Instants are epoch milliseconds. */
export interface RingingCall {
  readonly plan: CallPlan;
  /** The parameter `From` of the caller's call. */
  readonly from: string;
  /** When the first telephone began to ring. */
  readonly began: number;
  /** The name that the caller has spoken. */
  readonly recordingSid?: RecordingSid;
}

/** One step of the ringing, as it comes back when the step is over: so the next one needs no store. */
export interface RingTicket extends RingingCall {
  /** When this step began. */
  readonly at: number;
  readonly ringing: Ringing;
}

/** What a telephone that picks up brings along. */
export interface WhisperTicket extends RingingCall {
  readonly phone: Phone;
  readonly step: number;
}

const PURPOSES = { step: "office-ring", whisper: "office-whisper" } as const;

/** A step as one text for a URL, which nobody can make or change who lacks the secret. */
export function sealRingTicket(secret: string, ticket: RingTicket): string {
  return seal(secret, PURPOSES.step, ticket);
}

/** The step in a sealed text; undefined for one that is not ours, not this call's, or makes no sense. */
export function openRingTicket(secret: string, text: string, callSid: string): RingTicket | undefined {
  return parseRingTicket(unseal(secret, PURPOSES.step, text), callSid);
}

/** What a telephone brings along, as one text for a URL. */
export function sealWhisperTicket(secret: string, ticket: WhisperTicket): string {
  return seal(secret, PURPOSES.whisper, ticket);
}

/** What a telephone brings along; undefined for what is not ours, or makes no sense. */
export function openWhisperTicket(secret: string, text: string): WhisperTicket | undefined {
  return parseWhisperTicket(unseal(secret, PURPOSES.whisper, text));
}
