import { Attributes } from "../attributes";
import type { TwimlElement } from "../parse-twiml";
import { type Sound, timesOfLoop } from "../sound";
import { speakElement } from "../spoken-text";
import { TwimlError } from "../twiml-error";

/** @see https://www.twilio.com/docs/voice/twiml/say ("limited to 4096 characters") */
const LONGEST_TEXT = 4096;

/**
 * `<Say>`: voice and language change nothing here, every voice speaks at the same rate.
 * @throws TwimlError 13520 when the text is too long
 */
export function parseSay(element: TwimlElement): Sound {
  const attributes = new Attributes(element);
  const loop = attributes.whole("loop", 0, 1);
  attributes.withoutEffect("voice", "language");
  attributes.refuseRest();
  const { text, seconds } = speakElement(element);
  if (text.length > LONGEST_TEXT)
    throw new TwimlError(13520, `<Say> has ${text.length} characters, more than ${LONGEST_TEXT}`);
  return { heard: { kind: "say", text }, seconds, times: timesOfLoop(loop) };
}
