import type { DocumentRequest } from "../document-request";
import type { Leg } from "../leg";
import { playings, type Sound } from "../sound";
import { TwimlError } from "../twiml-error";
import { tellConference } from "./conference-events";
import { fetchSounds } from "./fetch-sounds";
import { connected, type Participant, play, type Room } from "./room";

/** Documents that one announcement may lead through. */
const MOST_DOCUMENTS = 50;

/**
 * Announces something to everybody in a conference, or to one participant, and tells the status callback when it has
 * been heard. A document that cannot be had is an error in the log and nothing else.
 * @see https://www.twilio.com/docs/voice/twiml/conference ("announcement-fail […] only […] if there is an internal Twilio error")
 */
export async function announce(
  room: Room,
  request: DocumentRequest,
  participant?: Participant,
): Promise<void> {
  const leg = participant?.leg ?? connected(room)[0]?.leg;
  if (leg === undefined) return;
  const sounds = await collectSounds(leg, request);
  if (sounds instanceof TwimlError) return leg.log.fail(sounds.code, `announcement: ${sounds.message}`);
  const listeners = participant === undefined ? connected(room) : [participant];
  play(listeners, sounds);
  const over = participant?.out.signal ?? room.over.signal;
  await room.world.clock.sleep(Math.round(secondsOf(sounds) * 1000), over);
  if (room.over.signal.aborted) return;
  const present = participant?.left === undefined ? participant : undefined;
  tellConference(room, "announcement-end", { participant: present, extra: { AnnounceUrl: request.url } });
}

async function collectSounds(leg: Leg, first: DocumentRequest): Promise<readonly Sound[] | TwimlError> {
  const sounds: Sound[] = [];
  let request: DocumentRequest | undefined = first;
  for (let count = 0; request !== undefined; count += 1) {
    if (count >= MOST_DOCUMENTS) return new TwimlError(0, `${first.url} leads to itself for ever`);
    const document = await fetchSounds(leg, request);
    if (document instanceof TwimlError) return document;
    sounds.push(...document.sounds.map(atMostOnce));
    request = document.next;
  }
  return sounds;
}

/** Audio that would repeat for those who wait is announced once. */
function atMostOnce(sound: Sound): Sound {
  return { ...sound, times: Number.isFinite(sound.times) ? sound.times : 1 };
}

function secondsOf(sounds: readonly Sound[]): number {
  return [...playings(sounds)].reduce((sum, { seconds }) => sum + seconds, 0);
}
