import type { CallOutcome } from "../voice/call-outcome";
import type { Callee } from "../voice/party";
import type { SipUser } from "./read-invite";

/** What a phone is shown when it rings. */
export interface SipRing {
  /** The SID of the call to this phone's user. */
  readonly callSid: string;
  /** The caller ID. */
  readonly from: string;
  /** The name beside it, if the call has one. */
  readonly displayName?: string;
  /** The URI that was dialled. */
  readonly to: string;
  /** A call is in progress on this very phone: call waiting. */
  readonly isInCall: boolean;
}

/** A phone that is registered as a SIP user, or was. */
export interface Handset extends SipUser {
  /** How the calls went in which it was called and picked up. */
  readonly outcomes: readonly CallOutcome[];
  readonly isInCall: boolean;
  readonly isRegistered: boolean;
  /** What it does on a ring. */
  ring(ring: Omit<SipRing, "isInCall">): Callee | Promise<Callee>;
  /** Counts the call as one in progress until it has ended; the outcome of one that it was called in is kept. */
  takePart(call: Promise<CallOutcome>, as: "caller" | "callee"): void;
  unregister(): void;
}
