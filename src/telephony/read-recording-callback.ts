import { type Form, readText, requireText } from "./form";
import { type CallSid, parseCallSid, parseRecordingSid, type RecordingSid } from "./sids";

const SUBJECT = "recording callback";

/** What Twilio tells when a recording is ready; it does not say who called whom. */
export interface RecordingCallback {
  readonly callSid: CallSid;
  readonly recordingSid: RecordingSid;
  /** `absent`: nothing was recorded. */
  readonly status: "in-progress" | "completed" | "absent" | "failed";
  readonly seconds?: number;
}

/**
 * Reads a recording status callback.
 * @see https://www.twilio.com/docs/voice/twiml/record#recordingstatuscallback
 * @throws TypeError naming the parameter that is missing or malformed
 */
export function readRecordingCallback(form: Form): RecordingCallback {
  const { callSid, recordingSid } = readRecordingSids(form, SUBJECT);
  const status = readText(form, "RecordingStatus") ?? "completed";
  if (status !== "in-progress" && status !== "completed" && status !== "absent" && status !== "failed")
    throw new TypeError(`Cannot read ${SUBJECT}: RecordingStatus is unknown`);
  const duration = readText(form, "RecordingDuration") ?? "";
  const length = /^\d{1,6}$/.test(duration) ? { seconds: Number(duration) } : {};
  return { callSid, recordingSid, status, ...length };
}

/** The two SIDs that every callback about a recording carries. @throws TypeError naming the one that is no SID */
export function readRecordingSids(
  form: Form,
  subject: string,
): { readonly callSid: CallSid; readonly recordingSid: RecordingSid } {
  const callSid = parseCallSid(requireText(form, "CallSid", subject));
  if (callSid === undefined) throw new TypeError(`Cannot read ${subject}: CallSid is no SID of a call`);
  const recordingSid = parseRecordingSid(requireText(form, "RecordingSid", subject));
  if (recordingSid === undefined)
    throw new TypeError(`Cannot read ${subject}: RecordingSid is no SID of a recording`);
  return { callSid, recordingSid };
}
