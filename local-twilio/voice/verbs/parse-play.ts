import { secondsOfKeys } from "../attend";
import { Attributes } from "../attributes";
import { type TwimlElement, textOf } from "../parse-twiml";
import { type Sound, timesOfLoop } from "../sound";
import { TwimlError } from "../twiml-error";
import { refuseChildren } from "./refuse-children";

/** Every file is taken to be this long: files are not fetched. */
const FILE_SECONDS = 5;

/**
 * `<Play>`: a file, or the tones of `digits`.
 * @see https://www.twilio.com/docs/voice/twiml/play
 * @throws TwimlError 12200 when there is nothing to play
 */
export function parsePlay(element: TwimlElement): Sound {
  const attributes = new Attributes(element);
  const times = timesOfLoop(attributes.whole("loop", 0, 1));
  const digits = attributes.text("digits");
  attributes.refuseRest();
  refuseChildren(element);
  if (digits !== undefined)
    return { heard: { kind: "play", text: digits }, seconds: secondsOfKeys(digits), times };
  const url = textOf(element);
  if (url === "") throw new TwimlError(12200, "<Play> has neither a URL nor digits");
  return { heard: { kind: "play", text: url }, seconds: FILE_SECONDS, times };
}
