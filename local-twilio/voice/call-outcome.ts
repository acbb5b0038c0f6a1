import type { CallStatus } from "../account";
import type { Heard } from "./party";

/** One line of a call's timeline: `at` is in simulated seconds since the call began. */
export interface CallEvent {
  readonly at: number;
  readonly kind:
    | "requested"
    | "answered"
    | "heard"
    | "pressed"
    | "spoke"
    | "rang"
    | "callee"
    | "recorded"
    | "rejected"
    | "error"
    | "invited"
    | "joined"
    | "left"
    | "ended";
  readonly text: string;
}

/** How a simulated call went. */
export interface CallOutcome {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  readonly answered: boolean;
  readonly status: CallStatus;
  readonly heard: readonly Heard[];
  /** The keys pressed, exactly as the caller pressed them, one entry an act. */
  readonly pressed: readonly string[];
  readonly dialed: readonly { readonly to: string; readonly callerId: string; readonly status: CallStatus }[];
  /** The side of each dialled phone that was picked up, if somebody lived through it there: what was heard and pressed. */
  readonly called: readonly CallOutcome[];
  readonly recordings: readonly { readonly sid: string; readonly seconds: number }[];
  /** `callee`: the callee hung up and nothing was said to the caller after that. `none`: the call was never answered. */
  readonly hungUpBy: "caller" | "twilio" | "callee" | "none";
  readonly rejected?: "rejected" | "busy";
  /** Twilio had nothing to execute: the caller heard its error message. */
  readonly applicationError: boolean;
  /** What Twilio's debugger would show. Code 0: something that local Twilio does not support. */
  readonly errors: readonly { readonly code: number; readonly message: string }[];
  readonly events: readonly CallEvent[];
  /** Settles when the callbacks that outlive the call (recordings, transcriptions) have been made. */
  readonly afterwards: Promise<void>;
}
