import { SILENCE } from "../attend";
import { Attributes } from "../attributes";
import { type Action, parseAction } from "../document-request";
import { childElements, type TwimlElement } from "../parse-twiml";
import type { Sound } from "../sound";
import { TwimlError } from "../twiml-error";
import { parsePause } from "./parse-pause";
import { parsePlay } from "./parse-play";
import { parseSay } from "./parse-say";
import { refuseChildren } from "./refuse-children";

const INPUTS = ["dtmf", "speech"] as const;
const PROMPTS = ["Say", "Play", "Pause"];
/** `speechTimeout="auto"` waits for a pause in speech; how long that is, Twilio does not say. */
const AUTO_SECONDS = 1;

/** A Gather with its attributes read. Times are in seconds. */
export interface Gather {
  readonly action: Action;
  readonly input: readonly (typeof INPUTS)[number][];
  readonly timeout: number;
  readonly speechTimeout: number;
  readonly finishOnKey: string;
  readonly numDigits: number;
  readonly actionOnEmptyResult: boolean;
  readonly bargeIn: boolean;
  readonly prompts: readonly Sound[];
}

/**
 * `<Gather>` of keys and speech. Attributes that only tune the recognition of speech change nothing here.
 * @see https://www.twilio.com/docs/voice/twiml/gather#attributes
 */
export function parseGather(element: TwimlElement): Gather {
  const attributes = new Attributes(element);
  const timeout = attributes.whole("timeout", 0, 5);
  const gather = {
    action: parseAction(attributes),
    input: attributes.words("input", INPUTS, ["dtmf"]),
    timeout,
    speechTimeout: parseSpeechTimeout(attributes.text("speechTimeout"), timeout),
    finishOnKey: parseFinishOnKey(attributes.text("finishOnKey")),
    numDigits: attributes.whole("numDigits", 1, Number.POSITIVE_INFINITY),
    actionOnEmptyResult: attributes.flag("actionOnEmptyResult", false),
    bargeIn: attributes.flag("bargeIn", true),
  };
  attributes.withoutEffect("language", "hints", "speechModel", "profanityFilter", "enhanced");
  attributes.refuseRest();
  refuseChildren(element, PROMPTS);
  return { ...gather, prompts: childElements(element).map(parsePrompt) };
}

function parsePrompt(element: TwimlElement): Sound {
  if (element.name === "Say") return parseSay(element);
  if (element.name === "Play") return parsePlay(element);
  return { heard: SILENCE, times: 1, ...parsePause(element) };
}

/** "The default `finishOnKey` value is `#`"; the empty string: no key finishes; one character at most. */
function parseFinishOnKey(value = "#"): string {
  if (!/^[\d*#]?$/.test(value))
    throw new TwimlError(12200, `<Gather> finishOnKey="${value}" is not one key or nothing`);
  return value;
}

function parseSpeechTimeout(value: string | undefined, timeout: number): number {
  if (value === undefined) return timeout;
  if (value === "auto") return AUTO_SECONDS;
  if (!/^\d{1,9}$/.test(value))
    throw new TwimlError(12200, `<Gather> speechTimeout="${value}" is not a whole number or auto`);
  return Number(value);
}
