import { Attributes } from "../attributes";
import { type Action, parseAction, WEBHOOK_METHODS } from "../document-request";
import { childElements, type TwimlElement, textOf } from "../parse-twiml";
import { PROGRESS_EVENTS, type StatusCallback } from "../status-callback";
import { NOT_SUPPORTED, TwimlError } from "../twiml-error";
import { refuseChildren } from "./refuse-children";

/** A number to dial. */
export interface DialedNumber {
  readonly number: string;
  readonly statusCallback: StatusCallback | undefined;
}

/** A Dial with its attributes read. Times are in seconds. Without an action the next verb follows. */
export interface Dial {
  readonly action: Action;
  readonly callerId: string | undefined;
  readonly timeout: number;
  readonly timeLimit: number;
  readonly answerOnBridge: boolean;
  readonly hangupOnStar: boolean;
  readonly sequential: boolean;
  readonly numbers: readonly DialedNumber[];
}

/** `<Dial>` to one or more numbers. @see https://www.twilio.com/docs/voice/twiml/dial#attributes */
export function parseDial(element: TwimlElement): Dial {
  const attributes = new Attributes(element);
  refuseRecording(attributes);
  const dial = {
    action: parseAction(attributes),
    callerId: attributes.text("callerId"),
    timeout: attributes.whole("timeout", 1, 30),
    timeLimit: attributes.whole("timeLimit", 1, 14_400),
    answerOnBridge: attributes.flag("answerOnBridge", false),
    hangupOnStar: attributes.flag("hangupOnStar", false),
    sequential: attributes.flag("sequential", false),
    numbers: parseNumbers(element),
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
function parseNumbers(element: TwimlElement): DialedNumber[] {
  refuseChildren(element, ["Number"]);
  const nouns = childElements(element);
  if (nouns.length === 0)
    return [parseNumber({ name: "Number", attributes: {}, children: [textOf(element)] })];
  if (nouns.length > 10) throw new TwimlError(12200, "<Dial> holds more than ten numbers");
  return nouns.map(parseNumber);
}

function parseNumber(element: TwimlElement): DialedNumber {
  const attributes = new Attributes(element);
  const number = { number: textOf(element), statusCallback: parseStatusCallback(attributes) };
  attributes.refuseRest();
  refuseChildren(element);
  return number;
}

/** @see https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback-event */
function parseStatusCallback(attributes: Attributes): StatusCallback | undefined {
  const url = attributes.text("statusCallback");
  const method = attributes.choice("statusCallbackMethod", WEBHOOK_METHODS, "POST");
  const events = attributes.words("statusCallbackEvent", PROGRESS_EVENTS, ["completed"]);
  return url === undefined ? undefined : { url, method, events };
}
