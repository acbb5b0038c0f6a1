import type { DocumentRequest, WebhookMethod } from "../document-request";
import type { RecordingCallback } from "../verbs/parse-record";

/** @see https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent */
export const CONFERENCE_EVENTS = [
  "start",
  "end",
  "join",
  "leave",
  "mute",
  "hold",
  "modify",
  "speaker",
  "announcement",
] as const;
export type ConferenceEventKind = (typeof CONFERENCE_EVENTS)[number];

/** Who is told of a conference, and of what of it. URLs are absolute. */
export interface ConferenceCallback {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly events: readonly ConferenceEventKind[];
}

export const BEEPS = ["true", "false", "onEnter", "onExit"] as const;
export type Beep = (typeof BEEPS)[number];

/** What is heard until the conference starts; a document is asked for when it is needed. */
export type Waiting = "music" | "silence" | DocumentRequest;

/** How one participant joins. */
export interface ParticipantSettings {
  readonly label: string | undefined;
  readonly muted: boolean;
  readonly beep: Beep;
  readonly startConferenceOnEnter: boolean;
  readonly endConferenceOnExit: boolean;
  readonly waiting: Waiting;
}

/** What the first participant to join decides for the whole conference. */
export interface ConferenceSettings {
  readonly maxParticipants: number;
  readonly statusCallback: ConferenceCallback | undefined;
  /** Undefined: it is not recorded. */
  readonly recording: RecordingCallback | undefined;
}

/** A `<Conference>` with its attributes read. */
export interface ConferenceNoun {
  readonly name: string;
  readonly participant: ParticipantSettings;
  readonly conference: ConferenceSettings;
}

/** @see https://www.twilio.com/docs/voice/twiml/conference#attributes-maxParticipants */
export const MOST_PARTICIPANTS = 250;

/** @see https://www.twilio.com/docs/api/errors/16023 */
export function isLabel(label: string): boolean {
  return label.length <= 128 && !/^CA[0-9a-f]{32}$/.test(label) && !/\/|%2f/i.test(label);
}
