import { type CallStatus, parseCallStatus } from "./call-status";
import { type Form, readText } from "./form";
import { readRoomCall } from "./read-room-call";
import type { CallSid } from "./sids";

const SUBJECT = "event of a conference";

/** What happens in a conference, as far as Twilio says. */
export interface ConferenceEvent {
  /** The caller's, whose conference it is. */
  readonly callSid: CallSid;
  /** `conference-start`, `participant-join` and the like. */
  readonly name: string;
  readonly conferenceSid: string;
  /** Who joined or left, or ended the conference: a call's SID and its label. */
  readonly participant: string | undefined;
  readonly label: string | undefined;
  readonly participantStatus: CallStatus | undefined;
  /** Why somebody left, or the conference ended. */
  readonly reason: string | undefined;
  readonly announceUrl: string | undefined;
}

/**
 * Reads a status callback of a conference. @throws TypeError naming the parameter that is missing or makes no sense
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback-request-parameters
 */
export function readConferenceEvent(form: Form): ConferenceEvent {
  const conferenceSid = readText(form, "ConferenceSid") ?? "";
  if (!/^CF[0-9a-f]{32}$/.test(conferenceSid))
    throw new TypeError(`Cannot read ${SUBJECT}: ConferenceSid is missing or no SID of a conference`);
  const oneOf = (...names: readonly string[]) =>
    names.map((name) => readText(form, name)).find((text) => text !== undefined && text !== "");
  return {
    callSid: readRoomCall(form, SUBJECT),
    name: readText(form, "StatusCallbackEvent") ?? "",
    conferenceSid,
    participant: oneOf("CallSid", "CallSidEndingConference"),
    label: oneOf("ParticipantLabel", "ParticipantLabelEndingConference"),
    participantStatus: parseCallStatus(readText(form, "ParticipantCallStatus")),
    reason: oneOf("ReasonParticipantLeft", "ReasonConferenceEnded"),
    announceUrl: oneOf("AnnounceUrl"),
  };
}
