import { SILENCE } from "../attend";
import type { DocumentRequest } from "../document-request";
import { requestDocument } from "../fetch-document";
import type { Leg } from "../leg";
import { childElements, type TwimlElement } from "../parse-twiml";
import type { Reply } from "../read-reply";
import type { Sound } from "../sound";
import { secondsOfText } from "../spoken-text";
import { NOT_SUPPORTED, TwimlError } from "../twiml-error";
import { resolveHeard } from "../verbs/execute-sound";
import { parsePause } from "../verbs/parse-pause";
import { parsePlay } from "../verbs/parse-play";
import { parseRedirect } from "../verbs/parse-redirect";
import { parseSay } from "../verbs/parse-say";

/** Sounds to play, and the document that follows them. */
export interface SoundDocument {
  readonly sounds: readonly Sound[];
  readonly next?: DocumentRequest;
}

/**
 * Asks for a document of sounds: what is played to those who wait for a conference, or announced in one. It may hold
 * Play, Say, Pause and Redirect, or be audio.
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-waitUrl
 * @returns what is wrong with it as a TwimlError
 */
export async function fetchSounds(leg: Leg, request: DocumentRequest): Promise<SoundDocument | TwimlError> {
  const { url, reply } = await requestDocument(leg, request);
  try {
    return readSounds(url, reply);
  } catch (error) {
    if (error instanceof TwimlError) return error;
    throw error;
  }
}

function readSounds(url: string, reply: Reply): SoundDocument {
  switch (reply.kind) {
    case "problem":
      throw new TwimlError(reply.code, reply.message);
    case "audio":
      return {
        sounds: [{ heard: { kind: "play", text: url }, seconds: 5, times: Number.POSITIVE_INFINITY }],
      };
    case "text":
      return { sounds: [spoken(reply.text.trim())] };
    case "twiml":
      return readVerbs(url, childElements(reply.response));
  }
}

function spoken(text: string): Sound {
  return { heard: { kind: "say", text }, seconds: secondsOfText(text), times: 1 };
}

function readVerbs(url: string, verbs: readonly TwimlElement[]): SoundDocument {
  const sounds: Sound[] = [];
  for (const verb of verbs) {
    if (verb.name === "Redirect") {
      const next = parseRedirect(verb);
      return { sounds, next: { ...next, url: new URL(next.url, url).href } };
    }
    sounds.push(readSound(url, verb));
  }
  return { sounds };
}

function readSound(documentUrl: string, verb: TwimlElement): Sound {
  switch (verb.name) {
    case "Say":
      return parseSay(verb);
    case "Play": {
      const sound = parsePlay(verb);
      return { ...sound, heard: resolveHeard({ documentUrl }, sound.heard) };
    }
    case "Pause":
      return { heard: SILENCE, times: 1, ...parsePause(verb) };
    default:
      throw new TwimlError(
        NOT_SUPPORTED,
        `A conference cannot play <${verb.name}>: only Play, Say, Pause and Redirect`,
      );
  }
}
