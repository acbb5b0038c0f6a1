import type { CallSid } from "../../telephony/sids";

/**
 * Where a call with the home's phone stands. `ringing`: the phone rings. `talking`: it was answered. `unanswered`: it was
 * not, or could not be rung. `over`: the call has ended.
 */
export type RoomState = "ringing" | "talking" | "unanswered" | "over";

/** Why the phone was not answered. */
export type UnansweredReason = "no-answer" | "busy" | "failed" | "second-caller";

/** One call with the home's phone, as the map `rooms` keeps it by the SID of the caller's call. `at` is ISO 8601. */
export interface Room {
  readonly direction: "in" | "out";
  readonly state: RoomState;
  readonly at: string;
  /** The other party's number; absent when withheld. */
  readonly number?: string;
  /** Which of our lines the call is on. */
  readonly line?: string;
  readonly reason?: UnansweredReason;
  /** When the call is over at the latest, ISO 8601: its end may never be told. */
  readonly until?: string;
  readonly conferenceSid?: string;
  /** The phone's own call. */
  readonly phoneCallSid?: string;
  /** The phone was answered, also when that is over. */
  readonly isAnswered?: boolean;
  /** Both have been in the conference together. */
  readonly isStarted?: boolean;
  /** The words of the notice were handed to Twilio. */
  readonly isNoticeRead?: boolean;
  /** Everybody on the line has heard the notice. */
  readonly isAnnounced?: boolean;
  /** It was asked to be recorded. */
  readonly isRecorded?: boolean;
}

/** The name of a call's conference: of this call alone, and nobody's name or number. */
export function roomNameOf(callSid: CallSid): string {
  return `home-${callSid}`;
}
