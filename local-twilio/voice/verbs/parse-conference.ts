import { Attributes } from "../attributes";
import {
  BEEPS,
  CONFERENCE_EVENTS,
  type ConferenceCallback,
  type ConferenceNoun,
  type ConferenceSettings,
  MOST_PARTICIPANTS,
  type ParticipantSettings,
  type Waiting,
} from "../conference/conference-noun";
import { WEBHOOK_METHODS } from "../document-request";
import { childElements, type TwimlElement, textOf } from "../parse-twiml";
import { TwimlError } from "../twiml-error";
import { parseRecordingCallback } from "./parse-record";
import { refuseChildren } from "./refuse-children";

const RECORD = ["do-not-record", "record-from-start"] as const;

/** The conference that a `<Dial>` leads into; it stands alone there. @throws TwimlError 12200 beside anything else */
export function findConference(dial: TwimlElement): ConferenceNoun | undefined {
  const nouns = childElements(dial);
  const conference = nouns.find(({ name }) => name === "Conference");
  if (conference !== undefined && nouns.length > 1)
    throw new TwimlError(12200, "<Dial> holds a <Conference> and something else");
  return conference && parseConference(conference);
}

/**
 * `<Conference>`. Callbacks and the waitUrl may be relative: they belong to the document.
 * @see https://www.twilio.com/docs/voice/twiml/conference#noun-attributes
 * @throws TwimlError 12200 without a name, for an invalid value, or a `maxParticipants` above 250
 */
function parseConference(element: TwimlElement): ConferenceNoun {
  const name = textOf(element);
  if (name === "") throw new TwimlError(12200, "<Conference> has no name");
  const attributes = new Attributes(element);
  const noun = {
    name,
    participant: parseParticipant(attributes),
    conference: parseSettings(attributes),
  };
  // How sound is mixed changes nothing here.
  attributes.withoutEffect("jitterBufferSize", "region", "trim");
  attributes.refuseRest();
  refuseChildren(element);
  return noun;
}

function parseParticipant(attributes: Attributes): ParticipantSettings {
  return {
    label: attributes.text("participantLabel"),
    muted: attributes.flag("muted", false),
    beep: attributes.choice("beep", BEEPS, "true"),
    startConferenceOnEnter: attributes.flag("startConferenceOnEnter", true),
    endConferenceOnExit: attributes.flag("endConferenceOnExit", false),
    waiting: parseWaiting(attributes),
  };
}

function parseWaiting(attributes: Attributes): Waiting {
  const url = attributes.text("waitUrl");
  const method = attributes.choice("waitMethod", WEBHOOK_METHODS, "POST");
  if (url === undefined) return "music";
  return url === "" ? "silence" : { url, method, parameters: {} };
}

function parseSettings(attributes: Attributes): ConferenceSettings {
  const recording = parseRecordingCallback(attributes);
  const records = attributes.choice("record", RECORD, "do-not-record") === "record-from-start";
  return {
    maxParticipants: parseMaxParticipants(attributes),
    statusCallback: parseStatusCallback(attributes),
    recording: records ? recording : undefined,
  };
}

function parseMaxParticipants(attributes: Attributes): number {
  const most = attributes.whole("maxParticipants", 1, MOST_PARTICIPANTS);
  if (most > MOST_PARTICIPANTS)
    throw new TwimlError(12200, `<Conference> maxParticipants="${most}" is more than ${MOST_PARTICIPANTS}`);
  return most;
}

/** No event is told that is not asked for. */
function parseStatusCallback(attributes: Attributes): ConferenceCallback | undefined {
  const url = attributes.text("statusCallback");
  const method = attributes.choice("statusCallbackMethod", WEBHOOK_METHODS, "POST");
  const events = attributes.words("statusCallbackEvent", CONFERENCE_EVENTS, []);
  return url === undefined ? undefined : { url, method, events };
}
