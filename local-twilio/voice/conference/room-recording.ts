import { startRecording } from "../live-recording";
import { connected, type Participant, type Room } from "./room";

/**
 * Begins to record a conference that starts, if it is to be recorded. Who is muted is not recorded.
 * @see https://www.twilio.com/docs/voice/twiml/conference#attributes-record
 */
export function startRoomRecording(room: Room): void {
  const callback = room.settings?.recording;
  const [first] = connected(room);
  if (callback === undefined || first === undefined) return;
  const { witnesses, row } = room;
  const order = { source: "Conference", conferenceSid: row.sid, callback, witnesses } as const;
  room.recording = startRecording(first.leg, order);
  for (const participant of connected(room)) recordParticipant(room, participant);
}

/** Records who joins a conference that is being recorded. */
export function recordParticipant({ recording }: Room, participant: Participant): void {
  recording?.listenTo(participant.leg, () => !participant.muted && participant.left === undefined);
}
