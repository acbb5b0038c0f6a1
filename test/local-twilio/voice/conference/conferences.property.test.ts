import fc from "fast-check";
import { endRoom, leaveRoom } from "../../../../local-twilio/voice/conference/leave-room";
import { placeParticipant } from "../../../../local-twilio/voice/conference/place-participant";
import { connected, openRoom, type Room } from "../../../../local-twilio/voice/conference/room";
import { endLeg } from "../../../../local-twilio/voice/leg";
import type { Callee } from "../../../../local-twilio/voice/party";
import { LINE } from "../phone-line";
import { ALL_EVENTS, conference, type Meeting, openMeeting, visitor } from "./meeting";

/** What becomes of one caller, who has a room and a phone of their own. Instants are seconds. */
const fate = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  until: fc.integer({ min: 21, max: 90 }),
  callee: fc.constantFrom<Callee["does"]>("answers", "busy", "failed", "no-answer"),
  after: fc.integer({ min: 1, max: 30 }),
  talks: fc.integer({ min: 1, max: 60 }),
  ends: fc.boolean(),
  meddling: fc.constantFrom("complete", "kick", "hangUp", "cancelPhone", "nothing"),
  meddlingAt: fc.integer({ min: 5, max: 90 }),
});
type Fate = Parameters<Parameters<typeof fate.map>[0]>[0];

const numberOf = (index: number) => `+12125550${100 + index}`;
const roomOf = (index: number) => `room-${index}`;
const CALLBACK = `statusCallback="/events" statusCallbackEvent="${ALL_EVENTS}" beep="false"`;

function calleeOf(meeting: Meeting, { callee, after, talks }: Fate): Callee {
  if (callee !== "answers") return { does: callee };
  return { does: "answers", after, party: visitor(meeting, { until: after + talks }) };
}

/** Rings the caller's phone into the room, as a Function would while the caller's webhook runs. */
function ringPhone(meeting: Meeting, index: number, one: Fate): Room {
  const to = numberOf(50 + index);
  meeting.world.switchboard.phones.set(to, calleeOf(meeting, one));
  const room = openRoom(meeting.world, roomOf(index));
  placeParticipant(meeting.world, room, {
    ...{ to, from: LINE, timeout: 20, timeLimit: 14_400, statusCallback: undefined },
    participant: {
      ...{ label: "phone", muted: false, beep: "false", startConferenceOnEnter: true },
      ...{ endConferenceOnExit: one.ends, waiting: "silence" },
    },
    conference: { maxParticipants: 250, statusCallback: undefined, recording: undefined },
  });
  return room;
}

async function meddle({ world }: Meeting, room: Room, { meddling, meddlingAt }: Fate): Promise<void> {
  await world.clock.sleep(meddlingAt * 1000);
  if (meddling === "complete") endRoom(room, "conference-ended-via-api");
  const [someone] = connected(room);
  const callStatus = "in-progress";
  if (meddling === "kick" && someone !== undefined)
    leaveRoom(room, someone, { reason: "participant_updated_via_api", callStatus });
  if (meddling === "hangUp" && someone !== undefined) endLeg(someone.leg);
  const phone = [...room.participants.values()].find(({ status }) => status !== "connected");
  if (meddling === "cancelPhone" && phone !== undefined) endLeg(phone.leg, "canceled");
}

async function liveThrough(meeting: Meeting, index: number, one: Fate): Promise<void> {
  await meeting.world.clock.sleep(one.at * 1000);
  const room = ringPhone(meeting, index, one);
  const calling = meeting.call(numberOf(index), { until: one.until });
  await meddle(meeting, room, one);
  await (await calling).afterwards;
}

interface Event {
  readonly event: string;
  readonly name: string;
  readonly callSid: string | undefined;
  readonly sequence: number;
}

function eventsBySid({ seen }: Meeting): Map<string, Event[]> {
  const events = new Map<string, Event[]>();
  for (const { path, parameters } of seen.filter((request) => request.path === "/events")) {
    const sid = parameters.ConferenceSid ?? path;
    const event = {
      ...{ event: parameters.StatusCallbackEvent ?? "", name: parameters.FriendlyName ?? "" },
      ...{ callSid: parameters.CallSid, sequence: Number(parameters.SequenceNumber) },
    };
    events.set(sid, [...(events.get(sid) ?? []), event]);
  }
  return events;
}

function sidsOf(events: readonly Event[], kind: string): (string | undefined)[] {
  return events.filter(({ event }) => event === kind).map(({ callSid }) => callSid);
}

test("many conferences at once: whatever happens to them, each ends once, holds its own calls only, and tells it in order", async () => {
  const property = fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 30 }), async (fates) => {
    const documents = fates.map((_fate, index) => [numberOf(index), conference(CALLBACK, "", roomOf(index))]);
    const meeting = openMeeting(Object.fromEntries(documents), { "/events": "" });
    await Promise.all(fates.map((one, index) => liveThrough(meeting, index, one)));
    await meeting.world.switchboard.settled();
    const { account, switchboard } = meeting.world;
    expect([switchboard.legs.size, switchboard.rooms.size]).toEqual([0, 0]);
    for (const { status } of account.conferences.values()) expect(status).toBe("completed");
    for (const call of account.calls.values()) expect(call.endTime).toBeDefined();
    for (const events of eventsBySid(meeting).values()) {
      const index = events[0]?.name.slice("room-".length);
      const numbers = [numberOf(Number(index)), numberOf(50 + Number(index))];
      for (const { callSid } of events) {
        const call = account.calls.get(callSid ?? "");
        if (call !== undefined) expect(numbers).toContain(call.from === LINE ? call.to : call.from);
      }
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, place) => place + 1));
      expect(events.map(({ event }) => event).indexOf("conference-end")).toBe(events.length - 1);
      expect(new Set(sidsOf(events, "participant-leave")).size).toBe(
        sidsOf(events, "participant-leave").length,
      );
      for (const sid of sidsOf(events, "participant-join"))
        expect(sidsOf(events, "participant-leave")).toContain(sid);
    }
  });
  await fc.assert(property, { numRuns: 25 });
});
