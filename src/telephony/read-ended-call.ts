import { type DialCallStatus, parseDialCallStatus } from "./dial-call-status";
import { type Form, readText } from "./form";
import { type HomeOutcome, parseHomeOutcome } from "./home-outcome";
import { parseObject } from "./parse-object";
import { readCallSid } from "./read-call-sid";
import { type CallSid, parseRecordingSid, type RecordingSid } from "./sids";

/** What the flow tells of a call that is over. */
export interface EndedCall {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  /** The JSON that screening answered; {} when it is not to be had. */
  readonly screening: Readonly<Record<string, unknown>>;
  readonly challengeResult: string | undefined;
  readonly dialCallStatus: DialCallStatus | undefined;
  readonly homeOutcome: HomeOutcome | undefined;
  /** What became of ringing the primary contact, who is offered when the home's phone is not answered. */
  readonly primaryDialCallStatus: DialCallStatus | undefined;
  /** The owner has given the PIN, and had the menu. */
  readonly hadOwnerMenu: boolean;
  readonly recordingSid: RecordingSid | undefined;
  /** The caller hung up at the tone: there is a recording, and nothing in it. */
  readonly leftNothing: boolean;
}

/** Reads the end of a call. @throws TypeError when the CallSid is missing or none */
export function readEndedCall(form: Form): EndedCall {
  return {
    callSid: readCallSid(form, "ended call"),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    screening: parseObject(readText(form, "Screening")),
    challengeResult: readText(form, "ChallengeResult") || undefined,
    dialCallStatus: parseDialCallStatus(readText(form, "DialCallStatus")),
    homeOutcome: parseHomeOutcome(readText(form, "HomeOutcome")),
    primaryDialCallStatus: parseDialCallStatus(readText(form, "PrimaryDialCallStatus")),
    hadOwnerMenu: readText(form, "PinResult") === "right",
    recordingSid: parseRecordingSid(readText(form, "RecordingSid") ?? ""),
    leftNothing: readText(form, "RecordingDuration") === "0" && readText(form, "FinishKey") === "hangup",
  };
}
