import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
import { speakable } from "./speakable";

/** The owner's way into the conference of a call, and out of it again by the star key. */
export interface OwnerJoining {
  readonly conference: string;
  /** Whether nobody hears the owner. */
  readonly isMuted: boolean;
  /** What the owner hears before. */
  readonly say: readonly string[];
  /** Where the owner's call then goes on. */
  readonly action: string;
}

/**
 * TwiML that lets the owner into a call: with a beep that everybody hears, and so that nobody else's call begins or ends
 * by it. Where Twilio lets nobody in, such as a second owner, the document goes on behind the Dial.
 * @see https://www.twilio.com/docs/voice/twiml/conference
 * @see https://www.twilio.com/docs/voice/twiml/dial#hanguponstar
 */
export function renderOwnerJoining({ conference, isMuted, say, action }: OwnerJoining): string {
  const response = new VoiceResponse();
  for (const text of say) response.say(speakable(text));
  const dial = response.dial({ action, method: "POST", hangupOnStar: true });
  dial.conference(
    {
      muted: isMuted,
      beep: "true",
      startConferenceOnEnter: false,
      endConferenceOnExit: false,
      participantLabel: "owner",
    },
    conference,
  );
  response.redirect({ method: "POST" }, action);
  return response.toString();
}

/** TwiML that says why not, and goes on elsewhere. */
export function renderRefusedJoining(why: string, action: string): string {
  const response = new VoiceResponse();
  response.say(speakable(why));
  response.redirect({ method: "POST" }, action);
  return response.toString();
}

const SHORTEST_TELLING_SECONDS = 4;
/** Slower than the some 150 words a minute of clear narration. */
const CHARACTERS_A_SECOND = 11;

/**
 * TwiML that lets the owner wait while those who talk are told, and then goes on with another document.
 * @param told what they are told: the owner waits for as long as that takes
 */
export function renderJoiningSoon(say: string, told: string, next: string): string {
  const response = new VoiceResponse();
  response.say(speakable(say));
  const length = Math.max(SHORTEST_TELLING_SECONDS, Math.ceil(speakable(told).length / CHARACTERS_A_SECOND));
  response.pause({ length });
  response.redirect({ method: "POST" }, next);
  return response.toString();
}
