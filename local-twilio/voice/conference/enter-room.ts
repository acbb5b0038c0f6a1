import type { Sound } from "../sound";
import { tellConference } from "./conference-events";
import type { ConferenceSettings } from "./conference-noun";
import { connected, notify, type Participant, play, type Room, touchRoom } from "./room";
import { recordParticipant, startRoomRecording } from "./room-recording";

/** Told apart from the beep of a recording by its kind. */
export const CONFERENCE_BEEP: Sound = {
  heard: { kind: "play", text: "conference beep" },
  seconds: 0.5,
  times: 1,
};

/**
 * A participant joins. The first one's settings are the conference's. It starts with the second participant, once one of
 * them starts it by entering; everybody hears the beep of who joins a conference that has started.
 * @see https://www.twilio.com/docs/voice/twiml/conference
 */
export function enterRoom(room: Room, participant: Participant, settings: ConferenceSettings): void {
  room.settings ??= settings;
  participant.status = "connected";
  participant.dateUpdated = room.world.clock.now();
  room.participants.set(participant.leg.row.sid, participant);
  room.witnesses.add(participant.leg);
  participant.leg.log.note("joined", room.row.friendlyName);
  tellConference(room, "participant-join", { participant });
  recordParticipant(room, participant);
  startIfComplete(room);
  const { beep } = participant.settings;
  const beeps = room.row.status === "in-progress" && (beep === "true" || beep === "onEnter");
  if (beeps) play(connected(room), [CONFERENCE_BEEP]);
  // Who was alone in it is not any more.
  for (const other of connected(room)) if (other !== participant) notify(other);
}

function startIfComplete(room: Room): void {
  const inside = connected(room);
  if (room.row.status !== "init" || inside.length < 2) return;
  if (!inside.some(({ settings }) => settings.startConferenceOnEnter)) return;
  room.row.status = "in-progress";
  touchRoom(room);
  tellConference(room, "conference-start");
  startRoomRecording(room);
}
