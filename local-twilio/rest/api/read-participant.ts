import { isNumber, isOwnCallerId } from "../../voice/caller-id";
import {
  BEEPS,
  CONFERENCE_EVENTS,
  type ConferenceSettings,
  isLabel,
  MOST_PARTICIPANTS,
  type ParticipantSettings,
  type Waiting,
} from "../../voice/conference/conference-noun";
import type { ParticipantOrder } from "../../voice/conference/place-participant";
import { TwilioError } from "../twilio-error";
import type { ApiWorld } from "./api-world";
import { type FormReader, readForm, requireText } from "./read-form";
import { readStatusCallback } from "./read-status-callback";
import { readChoice, readWhole, readWords } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

const SUPPORTED = [
  ...["From", "To", "StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "Label", "Timeout"],
  ...[
    "Muted",
    "Beep",
    "StartConferenceOnEnter",
    "EndConferenceOnExit",
    "WaitUrl",
    "WaitMethod",
    "EarlyMedia",
  ],
  ...["MaxParticipants", "ConferenceStatusCallback", "ConferenceStatusCallbackMethod"],
  ...["ConferenceStatusCallbackEvent", "TimeLimit", "CallerDisplayName", "JitterBufferSize", "Region"],
];
/** @see https://www.twilio.com/docs/voice/api/call-resource (TimeLimit: "Defaults to 14400") */
const LONGEST_CALL_SECONDS = 14_400;

/**
 * Reads the request to ring somebody into a conference.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource#add-a-participant-to-a-conference
 * @throws TwilioError 400 for what is missing or wrong, 501 for what local Twilio does not do
 */
export function readParticipant(world: ApiWorld, body: URLSearchParams): ParticipantOrder {
  refuseParameters(body, "CreateParticipant", SUPPORTED);
  const form = readForm(body);
  form.flag("EarlyMedia", true);
  return {
    ...readEnds(world, body),
    displayName: readDisplayName(body),
    timeout: readWhole(body, "Timeout", { least: 5, most: 600, before: 60 }),
    timeLimit: readWhole(body, "TimeLimit", {
      ...{ least: 1, most: LONGEST_CALL_SECONDS, before: LONGEST_CALL_SECONDS },
    }),
    statusCallback: readStatusCallback(body, form),
    participant: readSettings(body, form),
    conference: readConference(body, form),
  };
}

/** Whom to ring, and what the phone shows: of a number only our own, of a SIP phone any user name. */
function readEnds({ account }: ApiWorld, body: URLSearchParams): Pick<ParticipantOrder, "to" | "from"> {
  const to = requireText(body, "To", 21201);
  const from = requireText(body, "From", 21213);
  if (/^(client|app):/.test(to))
    throw new TwilioError(
      501,
      20501,
      `Local Twilio does not ring ${to} into a conference: only numbers and SIP`,
    );
  if (/^sips?:[^@\s]+@[^@\s]+$/.test(to)) {
    if (!/^[A-Za-z0-9+\-_.]+$/.test(from)) throw new TwilioError(400, 21212, `Invalid From: ${from}`);
    return { to, from };
  }
  if (!isNumber(to)) throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (!isNumber(from)) throw new TwilioError(400, 21212, `Invalid From Number (caller ID): ${from}`);
  if (!isOwnCallerId(account, from))
    throw new TwilioError(400, 21210, `The source phone number provided, ${from}, is not yet verified`);
  return { to, from };
}

function readDisplayName(body: URLSearchParams): string | undefined {
  const name = body.get("CallerDisplayName") ?? undefined;
  if (name !== undefined && (name.length < 2 || name.length > 255))
    throw new TwilioError(400, 20001, "CallerDisplayName must have 2 to 255 characters");
  return name;
}

function readSettings(body: URLSearchParams, form: FormReader): ParticipantSettings {
  const label = form.text("Label", null) ?? undefined;
  if (label !== undefined && !isLabel(label)) throw new TwilioError(400, 16024, "Invalid participant label");
  return {
    label,
    muted: form.flag("Muted", false),
    beep: readChoice(body, "Beep", { allowed: BEEPS, before: "true" }),
    startConferenceOnEnter: form.flag("StartConferenceOnEnter", true),
    endConferenceOnExit: form.flag("EndConferenceOnExit", false),
    waiting: readWaiting(body, form),
  };
}

function readWaiting(body: URLSearchParams, form: FormReader): Waiting {
  const url = form.url("WaitUrl", "");
  const method = form.method("WaitMethod", "POST");
  if (url !== "") return { url, method, parameters: {} };
  return body.has("WaitUrl") ? "silence" : "music";
}

/** "Defaults to `start end`", unlike the events of TwiML. */
function readConference(body: URLSearchParams, form: FormReader): ConferenceSettings {
  const url = form.url("ConferenceStatusCallback", "");
  const method = form.method("ConferenceStatusCallbackMethod", "POST");
  const events = readWords(body, "ConferenceStatusCallbackEvent", {
    ...{ allowed: CONFERENCE_EVENTS, before: ["start", "end"] },
  });
  const limits = { least: 2, most: MOST_PARTICIPANTS, before: MOST_PARTICIPANTS };
  return {
    maxParticipants: readWhole(body, "MaxParticipants", limits),
    statusCallback: url === "" ? undefined : { url, method, events },
    recording: undefined,
  };
}
