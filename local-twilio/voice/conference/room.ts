import type { ConferenceRow } from "../../account";
import type { Leg } from "../leg";
import type { LiveRecording } from "../live-recording";
import type { Sound } from "../sound";
import type { VoiceWorld } from "../voice-world";
import type { ConferenceSettings, ParticipantSettings } from "./conference-noun";

/** @see https://www.twilio.com/docs/voice/twiml/conference (ReasonParticipantLeft) */
export type ReasonLeft =
  | "conference_ended_via_api"
  | "moderator_ended_conference"
  | "participant_updated_via_api"
  | "participant_hung_up"
  | "participant_add_failed";

/**
 * A leg in a conference, or one that is being rung for it.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource (status)
 */
export interface Participant {
  readonly leg: Leg;
  readonly settings: ParticipantSettings;
  readonly dateCreated: number;
  dateUpdated: number;
  status: "queued" | "connecting" | "ringing" | "connected";
  muted: boolean;
  hold: boolean;
  endConferenceOnExit: boolean;
  /** What is to be heard before anything else: beeps and announcements. */
  readonly pending: Sound[];
  /** Aborts when something else is to be heard; then a new one takes its place. */
  change: AbortController;
  /** Aborts when the participant is out of the conference, for the reason in `left`. */
  readonly out: AbortController;
  left?: ReasonLeft;
}

/**
 * A conference that has not ended. Its life is in enter-room.ts, leave-room.ts and attend-room.ts; the row stays among
 * the account's when it is over.
 */
export interface Room {
  readonly world: VoiceWorld;
  readonly row: ConferenceRow;
  /** By the SID of their calls, those that still ring, too. */
  readonly participants: Map<string, Participant>;
  /** Every leg that was ever in it: the room's callbacks belong to what comes after each of their calls. */
  readonly witnesses: Set<Leg>;
  /** Aborts when the conference has ended. */
  readonly over: AbortController;
  /** Decided by the first to join. */
  settings?: ConferenceSettings;
  recording?: LiveRecording;
  /** How many events there have been, told or not. */
  events: number;
  /** Settles when the last callback has been made: Twilio makes them one after another. */
  lastCallback: Promise<void>;
}

/** The conference with that name that has not ended, or a new one. Names are the account's: the same name, the same room. */
export function openRoom(world: VoiceWorld, name: string): Room {
  const known = [...world.switchboard.rooms.values()].find(({ row }) => row.friendlyName === name);
  if (known !== undefined) return known;
  const now = world.clock.now();
  const row: ConferenceRow = {
    ...{ sid: world.sids("CF"), friendlyName: name, dateCreated: now, dateUpdated: now, status: "init" },
  };
  world.account.conferences.set(row.sid, row);
  const room: Room = {
    ...{ world, row, participants: new Map(), witnesses: new Set(), over: new AbortController() },
    ...{ events: 0, lastCallback: Promise.resolve() },
  };
  world.switchboard.rooms.set(row.sid, room);
  return room;
}

/** A participant that is not in the room yet. */
export function createParticipant(leg: Leg, settings: ParticipantSettings): Participant {
  const { muted, endConferenceOnExit } = settings;
  const now = leg.world.clock.now();
  return {
    ...{ leg, settings, muted, endConferenceOnExit, hold: false, status: "queued", pending: [] },
    ...{ dateCreated: now, dateUpdated: now, change: new AbortController(), out: new AbortController() },
  };
}

/** Those who are in the conference. */
export function connected(room: Room): Participant[] {
  return [...room.participants.values()].filter(({ status }) => status === "connected");
}

/** Lets a participant hear what is to be heard now. */
export function notify(participant: Participant): void {
  const { change } = participant;
  participant.change = new AbortController();
  change.abort();
}

/** Lets everybody in the conference hear sounds, after what they are hearing on its behalf already. */
export function play(listeners: readonly Participant[], sounds: readonly Sound[]): void {
  for (const listener of listeners) {
    listener.pending.push(...sounds);
    notify(listener);
  }
}

/** Whether a participant of the room, connected or not, has this label. */
export function hasLabel(room: Room, label: string): boolean {
  return [...room.participants.values()].some(({ settings }) => settings.label === label);
}

/** Marks a change of the conference itself. */
export function touchRoom({ row, world }: Room): void {
  row.dateUpdated = world.clock.now();
}
