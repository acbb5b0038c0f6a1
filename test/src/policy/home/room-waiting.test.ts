import fc from "fast-check";
import type { Room } from "../../../../src/policy/home/room";
import { admit, isInUse, type NamedRoom } from "../../../../src/policy/home/room-waiting";

const NOON = Date.parse("2026-01-05T17:00:00Z");
const MINUTE = 60_000;
const room = (state: Room["state"], minutesAgo: number, direction: Room["direction"] = "in"): Room => ({
  direction,
  state,
  at: new Date(NOON - minutesAgo * MINUTE).toISOString(),
});
const mine: NamedRoom = { callSid: "CAb", room: room("ringing", 0) };
const decide = (...others: readonly NamedRoom[]) =>
  admit(mine, { rooms: [mine, ...others], secondCaller: "voicemail", now: NOON });

test.each<[string, NamedRoom | undefined, "ring" | "voicemail"]>([
  ["nobody else", undefined, "ring"],
  ["somebody is talking", { callSid: "CAa", room: room("talking", 3) }, "voicemail"],
  ["somebody is calling from the phone", { callSid: "CAa", room: room("talking", 3, "out") }, "voicemail"],
  [
    "somebody talks already, by a clock that runs ahead",
    { callSid: "CAz", room: room("talking", -1) },
    "voicemail",
  ],
  ["it rings for somebody who came first", { callSid: "CAz", room: room("ringing", 0.5) }, "voicemail"],
  ["somebody came after", { callSid: "CAa", room: room("ringing", -0.1) }, "ring"],
  ["at the same instant, with a smaller SID", { callSid: "CAa", room: room("ringing", 0) }, "voicemail"],
  ["at the same instant, with a greater SID", { callSid: "CAc", room: room("ringing", 0) }, "ring"],
  ["a call that is over", { callSid: "CAa", room: room("over", 3) }, "ring"],
  ["one that was not answered", { callSid: "CAa", room: room("unanswered", 0.5) }, "ring"],
  ["a ringing whose end was never told", { callSid: "CAa", room: room("ringing", 6) }, "ring"],
  ["a long call", { callSid: "CAa", room: room("talking", 239) }, "voicemail"],
  // A Dial lasts 14,400 s at the most: https://www.twilio.com/docs/voice/twiml/dial#timelimit
  ["a call whose end was never told", { callSid: "CAa", room: room("talking", 251) }, "ring"],
  [
    "a row that was typed in by hand",
    { callSid: "CAa", room: { ...room("talking", 0), at: "noon" } },
    "ring",
  ],
])("%s", (_name, other, admission) => {
  expect(decide(...(other ? [other] : []))).toBe(admission);
});

test.each(["ring", "voicemail", "busy"] as const)(
  "a second caller gets what the policy says: %s",
  (secondCaller) => {
    const rooms = [mine, { callSid: "CAa", room: room("talking", 1) }];
    expect(admit(mine, { rooms, secondCaller, now: NOON })).toBe(secondCaller);
  },
);

test("of thirty who come at once and see each other, exactly one rings", () => {
  const anyRooms = fc.uniqueArray(
    fc.record({ callSid: fc.string({ minLength: 1, maxLength: 4 }), ms: fc.integer({ min: 0, max: 3 }) }),
    { selector: ({ callSid }) => callSid, minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(anyRooms, (callers) => {
      const rooms = callers.map(({ callSid, ms }) => ({
        callSid,
        room: { ...room("ringing", 0), at: new Date(NOON + ms).toISOString() },
      }));
      const rung = rooms.filter((one) => admit(one, { rooms, secondCaller: "busy", now: NOON }) === "ring");
      expect(rung).toHaveLength(1);
    }),
  );
});

test("a call from the phone is over by the time it may take, also when its end was never told", () => {
  const until = new Date(NOON).toISOString();
  const call = { ...room("talking", 60, "out"), until };
  expect([isInUse(call, NOON - 1), isInUse(call, NOON)]).toEqual([true, false]);
});

test("isInUse() is true of what rings or talks", () => {
  const states = ["ringing", "talking", "unanswered", "over"] as const;
  expect(states.map((state) => isInUse(room(state, 1), NOON))).toEqual([true, true, false, false]);
});
