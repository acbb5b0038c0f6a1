import { Attributes } from "../attributes";
import type { ConferenceNoun } from "../conference/conference-noun";
import { type Action, parseAction } from "../document-request";
import { childElements, type TwimlElement, textOf } from "../parse-twiml";
import { NOT_SUPPORTED, TwimlError } from "../twiml-error";
import { findConference } from "./parse-conference";
import { type Dialed, PHONE_NOUNS, parseDialed } from "./parse-dialed";
import { refuseChildren } from "./refuse-children";

/** A Dial with its attributes read. Times are in seconds. Without an action the next verb follows. */
export interface Dial {
  readonly action: Action;
  readonly callerId: string | undefined;
  readonly timeout: number;
  readonly timeLimit: number;
  readonly answerOnBridge: boolean;
  readonly hangupOnStar: boolean;
  readonly sequential: boolean;
  readonly phones: readonly Dialed[];
  /** Instead of phones. */
  readonly conference: ConferenceNoun | undefined;
}

/** `<Dial>` to one or more phones, or into a conference. @see https://www.twilio.com/docs/voice/twiml/dial#attributes */
export function parseDial(element: TwimlElement): Dial {
  const attributes = new Attributes(element);
  refuseRecording(attributes);
  const conference = findConference(element);
  const dial = {
    action: parseAction(attributes),
    callerId: attributes.text("callerId"),
    timeout: attributes.whole("timeout", 1, 30),
    timeLimit: attributes.whole("timeLimit", 1, 14_400),
    answerOnBridge: attributes.flag("answerOnBridge", false),
    hangupOnStar: attributes.flag("hangupOnStar", false),
    sequential: attributes.flag("sequential", false),
    phones: conference === undefined ? parsePhones(element) : [],
    conference,
  };
  attributes.withoutEffect("ringTone");
  attributes.refuseRest();
  return dial;
}

function refuseRecording(attributes: Attributes): void {
  const record = attributes.text("record") ?? "do-not-record";
  if (record !== "do-not-record" && record !== "false")
    throw new TwimlError(NOT_SUPPORTED, `Local Twilio does not support record="${record}" of <Dial>`);
  attributes.withoutEffect("trim", "recordingTrack");
}

/** Plain text is a number too. */
function parsePhones(element: TwimlElement): Dialed[] {
  refuseChildren(element, PHONE_NOUNS);
  const nouns = childElements(element);
  if (nouns.length === 0)
    return [parseDialed({ name: "Number", attributes: {}, children: [textOf(element)] })];
  if (nouns.length > 10) throw new TwimlError(12200, "<Dial> holds more than ten numbers");
  return nouns.map(parseDialed);
}
