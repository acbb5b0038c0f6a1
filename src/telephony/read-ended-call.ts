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
  /** How ringing a department, or a telephone that is told who calls, ended; the flow's word for it. */
  readonly officeOutcome: string | undefined;
  /** How the office's menu went on after the last choice. */
  readonly officeNext: string | undefined;
  /** How telling what numbers spell went on after the last answer. */
  readonly vanityNext: string | undefined;
  /** The caller could not choose from the menu. */
  readonly menuExhausted: boolean;
  /** How long the caller waited for the department, and talked with it. */
  readonly waitSeconds: number | undefined;
  readonly talkSeconds: number | undefined;
  /** The owner has given the PIN, and had the menu. */
  readonly hadOwnerMenu: boolean;
  readonly recordingSid: RecordingSid | undefined;
  /** The caller hung up at the tone: there is a recording, and nothing in it. */
  readonly leftNothing: boolean;
  /** Nothing is in the recording, whoever ended it. */
  readonly saidNothing: boolean;
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
    officeOutcome: readText(form, "OfficeOutcome") || undefined,
    officeNext: readText(form, "OfficeNext") || undefined,
    vanityNext: readText(form, "VanityNext") || undefined,
    menuExhausted: readText(form, "MenuExhausted") === "true",
    waitSeconds: readSeconds(form, "OfficeWaited"),
    talkSeconds: readSeconds(form, "OfficeTalked"),
    hadOwnerMenu: readText(form, "PinResult") === "right",
    recordingSid: parseRecordingSid(readText(form, "RecordingSid") ?? ""),
    saidNothing: readText(form, "RecordingDuration") === "0",
    leftNothing: readText(form, "RecordingDuration") === "0" && readText(form, "FinishKey") === "hangup",
  };
}

function readSeconds(form: Form, name: string): number | undefined {
  const text = readText(form, name) ?? "";
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
