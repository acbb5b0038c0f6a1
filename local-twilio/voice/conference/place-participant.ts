import type { CallStatus } from "../../account";
import { type CallOrder, placeCall } from "../place-call";
import type { VoiceWorld } from "../voice-world";
import { attendRoom } from "./attend-room";
import type { ConferenceSettings, ParticipantSettings } from "./conference-noun";
import { enterRoom } from "./enter-room";
import { leaveRoom } from "./leave-room";
import { createParticipant, openRoom, type Participant, type Room } from "./room";

/** A phone to ring into a conference. */
export interface ParticipantOrder extends Omit<CallOrder, "onStatus" | "talk"> {
  readonly participant: ParticipantSettings;
  readonly conference: ConferenceSettings;
  /** Seconds that the call may last. */
  readonly timeLimit: number;
}

/** What a participant's status is while its call has this one. */
const STATUSES: Partial<Record<CallStatus, Participant["status"]>> = {
  initiated: "connecting",
  ringing: "ringing",
};

/**
 * Rings a phone into a conference. If the conference has ended by the time it is answered, the phone is in a new one of
 * the same name.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource#add-a-participant-to-a-conference
 */
export function placeParticipant(world: VoiceWorld, room: Room, order: ParticipantOrder): Participant {
  const leg = placeCall(world, {
    ...order,
    onStatus: (status) => follow(room, participant, status),
    talk: () => joinAnswered(room, participant, order),
  });
  const participant = createParticipant(leg, order.participant);
  room.participants.set(leg.row.sid, participant);
  leg.log.note("invited", room.row.friendlyName);
  return participant;
}

/** Before the answer: what the participant's call does, or that it failed, and nobody joins. */
function follow(room: Room, participant: Participant, status: CallStatus): void {
  const next = STATUSES[status];
  participant.dateUpdated = room.world.clock.now();
  if (next !== undefined) participant.status = next;
  else leaveRoom(room, participant, { reason: "participant_add_failed", callStatus: status });
}

async function joinAnswered(
  room: Room,
  participant: Participant,
  order: ParticipantOrder,
): Promise<undefined> {
  if (participant.left !== undefined) return undefined;
  const { world, row } = room;
  const target = row.status === "completed" ? openRoom(world, row.friendlyName) : room;
  enterRoom(target, participant, order.conference);
  await attendRoom(target, participant, { limit: order.timeLimit, hangupOnStar: false });
  return undefined;
}
