import { SILENCE } from "../attend";
import type { Leg } from "../leg";
import { playings, type Sound } from "../sound";
import { TwimlError } from "../twiml-error";
import type { Waiting } from "./conference-noun";
import { fetchSounds } from "./fetch-sounds";

/** What is heard for good when nothing else is: longer than any call. */
const FOR_EVER = { seconds: Number.POSITIVE_INFINITY, times: 1 } as const;

/** @see https://www.twilio.com/docs/voice/twiml/conference#attributes-waitUrl ("default classical playlist") */
export const HOLD_MUSIC: Sound = {
  heard: { kind: "play", text: "https://twimlets.com/holdmusic?Bucket=com.twilio.music.classical" },
  ...FOR_EVER,
};
const SILENT: Sound = { heard: SILENCE, ...FOR_EVER };
/** Documents in a row that may take no time at all. */
const MOST_DOCUMENTS_AT_ONCE = 50;

/**
 * What a participant hears until the conference starts, one sound after another; silence once the document has run out
 * of verbs. Ends early only when a document fails, which the leg's log then tells.
 */
export async function* waitingSounds(leg: Leg, waiting: Waiting): AsyncGenerator<Sound, undefined> {
  if (waiting === "music") yield HOLD_MUSIC;
  if (typeof waiting === "string") yield SILENT;
  else yield* documentSounds(leg, waiting);
  return undefined;
}

async function* documentSounds(leg: Leg, first: Exclude<Waiting, string>): AsyncGenerator<Sound, undefined> {
  let request: typeof first | undefined = first;
  let atOnce = 0;
  while (request !== undefined) {
    const started = leg.world.clock.now();
    const document = await fetchSounds(leg, request);
    if (document instanceof TwimlError) return fail(leg, document);
    for (const sound of playings(document.sounds)) yield sound;
    request = document.next;
    atOnce = leg.world.clock.now() === started ? atOnce + 1 : 0;
    if (atOnce >= MOST_DOCUMENTS_AT_ONCE)
      return fail(leg, new TwimlError(0, `the waitUrl ${first.url} leads to itself for ever`));
  }
  yield SILENT;
  return undefined;
}

/** @see https://www.twilio.com/docs/voice/twiml/conference ("the Conference will not be fully established") */
function fail(leg: Leg, { code, message }: TwimlError): undefined {
  leg.log.fail(code, `conference not established: ${message}`);
  return undefined;
}
