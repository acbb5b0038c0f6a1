import { Attributes } from "../attributes";
import { type Action, parseAction, WEBHOOK_METHODS, type WebhookMethod } from "../document-request";
import type { TwimlElement } from "../parse-twiml";
import { TwimlError } from "../twiml-error";
import { refuseChildren } from "./refuse-children";

/** @see https://www.twilio.com/docs/voice/twiml/record#attributes-recording-status-callback-event */
export const RECORDING_EVENTS = ["in-progress", "completed", "absent"] as const;
const TRIMS = ["trim-silence", "do-not-trim"] as const;

/** A callback about a recording. */
export interface RecordingCallback {
  readonly url: string | undefined;
  readonly method: WebhookMethod;
  readonly events: readonly (typeof RECORDING_EVENTS)[number][];
}

/** A Record with its attributes read. Times are in seconds. */
export interface RecordVerb {
  readonly action: Action;
  /** Silence that ends the recording. */
  readonly timeout: number;
  readonly finishOnKey: string;
  readonly maxLength: number;
  readonly playBeep: boolean;
  readonly trimsSilence: boolean;
  readonly transcribe: boolean;
  readonly transcribeCallback: string | undefined;
  readonly statusCallback: RecordingCallback;
}

/** `<Record>` @see https://www.twilio.com/docs/voice/twiml/record#attributes */
export function parseRecord(element: TwimlElement): RecordVerb {
  const attributes = new Attributes(element);
  const transcribe = attributes.flag("transcribe", false);
  const record = {
    action: parseAction(attributes),
    // "To disable this feature, set timeout to 0."
    timeout: attributes.whole("timeout", 0, 5) || Number.POSITIVE_INFINITY,
    finishOnKey: parseFinishOnKey(attributes.text("finishOnKey")),
    maxLength: attributes.whole("maxLength", 1, transcribe ? 120 : 3600),
    playBeep: attributes.flag("playBeep", true),
    trimsSilence: attributes.choice("trim", TRIMS, "trim-silence") === "trim-silence",
    transcribe,
    // "If transcribeCallback is specified, then you will also need to specify transcribe=true."
    transcribeCallback: attributes.text("transcribeCallback"),
    statusCallback: parseRecordingCallback(attributes),
  };
  attributes.refuseRest();
  refuseChildren(element);
  return record;
}

/** Who is told of a recording. @see https://www.twilio.com/docs/voice/twiml/record#attributes-recording-status-callback-event */
export function parseRecordingCallback(attributes: Attributes): RecordingCallback {
  return {
    url: attributes.text("recordingStatusCallback"),
    method: attributes.choice("recordingStatusCallbackMethod", WEBHOOK_METHODS, "POST"),
    events: attributes.words("recordingStatusCallbackEvent", RECORDING_EVENTS, ["completed"]),
  };
}

/** "Unlike <Gather>, you may specify more than one character": any of them ends the recording. */
function parseFinishOnKey(value = "1234567890*#"): string {
  if (!/^[\d*#]*$/.test(value))
    throw new TwimlError(12200, `<Record> finishOnKey="${value}" holds more than keys`);
  return value;
}
