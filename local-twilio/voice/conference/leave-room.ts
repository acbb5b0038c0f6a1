import type { CallStatus, ConferenceRow } from "../../account";
import { tellConference } from "./conference-events";
import { CONFERENCE_BEEP } from "./enter-room";
import { connected, notify, type Participant, play, type ReasonLeft, type Room, touchRoom } from "./room";

/** What ended a conference. @see https://www.twilio.com/docs/voice/api/conference-resource (reason_conference_ended) */
export type ReasonEnded = NonNullable<ConferenceRow["reasonEnded"]>;

/** How a participant left. */
export interface Departure {
  readonly reason: ReasonLeft;
  /** Of the participant's call, now that it leaves. */
  readonly callStatus: CallStatus;
}

/**
 * A participant leaves, of its own or because it was taken out: its Dial is over. With one whose leaving ends the
 * conference, or the last one, the conference ends. Who has left already stays as it is.
 */
export function leaveRoom(room: Room, participant: Participant, departure: Departure): void {
  if (!remove(room, participant, departure)) return;
  const others = connected(room);
  const { beep } = participant.settings;
  if (room.row.status === "in-progress" && (beep === "true" || beep === "onExit"))
    play(others, [CONFERENCE_BEEP]);
  for (const other of others) notify(other);
  const how = departure.reason === "participant_updated_via_api" ? "kicked" : "left";
  if (participant.endConferenceOnExit && participant.status === "connected")
    endRoom(room, `participant-with-end-conference-on-exit-${how}`, participant);
  else if (room.participants.size === 0) endRoom(room, `last-participant-${how}`, participant);
}

/** Ends a conference: everybody's Dial in it is over. Phones that still ring for it go on ringing. */
export function endRoom(room: Room, reason: ReasonEnded, by?: Participant): void {
  if (room.row.status === "completed") return;
  room.row.status = "completed";
  room.row.reasonEnded = reason;
  if (by !== undefined) room.row.callSidEnding = by.leg.row.sid;
  touchRoom(room);
  const left =
    reason === "conference-ended-via-api" ? "conference_ended_via_api" : "moderator_ended_conference";
  for (const participant of connected(room))
    remove(room, participant, { reason: left, callStatus: participant.leg.row.status });
  // Whoever is still being rung for it is told of nothing: the conference they join will be another.
  room.participants.clear();
  room.over.abort();
  room.recording?.stop();
  tellConference(room, "conference-end", { extra: endParameters(reason, by) });
  room.world.switchboard.rooms.delete(room.row.sid);
}

/** Whether it was still in the room, or rung for it. */
function remove(room: Room, participant: Participant, { reason, callStatus }: Departure): boolean {
  if (!room.participants.delete(participant.leg.row.sid)) return false;
  participant.left = reason;
  participant.out.abort();
  notify(participant);
  participant.leg.log.note("left", `${room.row.friendlyName}: ${reason}`);
  const extra = { ParticipantCallStatus: callStatus, ReasonParticipantLeft: reason };
  tellConference(room, "participant-leave", { participant, extra });
  return true;
}

/** The wording of `Reason` is nowhere to be read. */
function endParameters(reason: ReasonEnded, by: Participant | undefined): Record<string, string> {
  const label = by?.settings.label;
  return {
    ReasonConferenceEnded: reason,
    Reason: `The conference has ended: ${reason.replaceAll("-", " ")}`,
    ...(by === undefined ? {} : { CallSidEndingConference: by.leg.row.sid }),
    ...(label === undefined ? {} : { ParticipantLabelEndingConference: label }),
  };
}
