import { leaveRoom } from "../../voice/conference/leave-room";
import { placeParticipant } from "../../voice/conference/place-participant";
import { hasLabel, openRoom, type Participant, type Room } from "../../voice/conference/room";
import { endLeg } from "../../voice/leg";
import type { Route } from "../route";
import { TwilioError } from "../twilio-error";
import type { WireReply, WireRequest } from "../wire";
import { absent, accountRouter } from "./api-world";
import { changeParticipant } from "./change-participant";
import { findRoom } from "./conferences";
import { formatParticipant } from "./format-conference";
import { listReply } from "./list-reply";
import type { LiveWorld } from "./live-world";
import { readParticipant } from "./read-participant";

/** How long a call waits until it is dialled, in milliseconds. */
const QUEUE_TIME = "100";
const ONE = "/Conferences/{ConferenceSid}/Participants/{CallSid}.json";

/**
 * Those in a conference, or being rung for it: read, rung, changed, and taken out. A label does for a call's SID.
 * @see https://www.twilio.com/docs/voice/api/conference-participant-resource
 */
export function participantRoutes(world: LiveWorld): readonly Route[] {
  const on = accountRouter(world);
  const path = "/Conferences/{ConferenceSid}/Participants.json" as const;
  return [
    on("GET", path, ({ ConferenceSid }, request) => listParticipants(world, ConferenceSid, request)),
    on("POST", path, ({ ConferenceSid }, request) => addParticipant(world, ConferenceSid, request)),
    on("GET", ONE, (names, request) => {
      const [room, participant] = find(world, names, request);
      return { status: 200, body: formatParticipant(world, room, { participant }) };
    }),
    on("POST", ONE, (names, request) => {
      const [room, participant] = find(world, names, request);
      changeParticipant(room, participant, request.body);
      return { status: 200, body: formatParticipant(world, room, { participant }) };
    }),
    on("DELETE", ONE, (names, request) => {
      takeOut(...find(world, names, request));
      return { status: 204 };
    }),
  ];
}

function find(
  world: LiveWorld,
  { ConferenceSid, CallSid }: { readonly ConferenceSid: string; readonly CallSid: string },
  request: WireRequest,
): readonly [Room, Participant] {
  const room = findRoom(world, ConferenceSid, request);
  const labelled = [...room.participants.values()].find(({ settings }) => settings.label === CallSid);
  const participant = room.participants.get(CallSid) ?? labelled;
  if (participant === undefined) throw absent(request);
  return [room, participant];
}

/** Who is in a conference that has ended is not listed any more. */
function listParticipants(world: LiveWorld, conferenceSid: string, request: WireRequest): WireReply {
  if (!world.account.conferences.has(conferenceSid)) throw absent(request);
  const room = world.voice.switchboard.rooms.get(conferenceSid);
  const isWanted = (name: string, value: boolean) => (request.query.get(name) ?? `${value}`) === `${value}`;
  const rows = [...(room?.participants.values() ?? [])].filter(
    ({ muted, hold }) => isWanted("Muted", muted) && isWanted("Hold", hold) && isWanted("Coaching", false),
  );
  return listReply(request, {
    ...{ key: "participants", rows, instantOf: ({ dateCreated }: Participant) => dateCreated },
    format: (participant: Participant) => room && formatParticipant(world, room, { participant }),
  });
}

/** A name that no conference has makes a new one; a SID has to be one's that has not ended. */
function addParticipant(world: LiveWorld, conference: string, request: WireRequest): WireReply {
  const order = readParticipant(world, request.body);
  const isSid = /^CF[0-9a-fA-F]{32}$/.test(conference);
  const room = isSid ? findRoom(world, conference, request) : openRoom(world.voice, conference);
  const { label } = order.participant;
  if (label !== undefined && hasLabel(room, label))
    throw new TwilioError(400, 16026, `Participant label ${label} is in use by another participant`);
  const participant = placeParticipant(world.voice, room, order);
  return { status: 201, body: formatParticipant(world, room, { participant, queueTime: QUEUE_TIME }) };
}

/** A call that still rings is canceled; the Dial of any other is over. */
function takeOut(room: Room, participant: Participant): void {
  const { leg, status } = participant;
  if (status !== "connected") endLeg(leg, "canceled");
  else leaveRoom(room, participant, { reason: "participant_updated_via_api", callStatus: leg.row.status });
}
