import type { CallEvent, CallOutcome } from "../../local-twilio/voice/call-outcome";
import { meetingOf, type TimedOutcome } from "../../simulator/meeting";

const GRANDMA = "+12125550146";
const OWNER = "+12125550123";

type Told = readonly [at: number, kind: CallEvent["kind"], text: string];

function call(sid: string, began: number, events: readonly Told[]): TimedOutcome {
  const outcome: CallOutcome = {
    ...{ callSid: sid, from: sid === "owner" ? OWNER : GRANDMA, to: "+12125550102", answered: true },
    ...{
      status: "completed",
      heard: [],
      pressed: [],
      dialed: [],
      called: [],
      recordings: [],
      hungUpBy: "twilio",
    },
    ...{ applicationError: false, errors: [], afterwards: Promise.resolve() },
    events: events.map(([at, kind, text]) => ({ at, kind, text })),
  };
  return { outcome, began, isPlaced: sid.startsWith("phone") };
}

const grandma = call("grandma", 0, [
  [1, "joined", "A"],
  [60, "left", "A: moderator_ended_conference"],
  [61, "ended", "completed"],
]);
const phone = (answered: boolean) =>
  call("phone", 1000, [
    [0, "invited", "A"],
    ...(answered ? [[4, "joined", "A"] as const] : []),
    [59, "ended", answered ? "completed" : "busy"],
  ]);

test("meetingOf() says who met whom, and that they talked", () => {
  expect(meetingOf("grandma", [grandma, phone(true)])).toMatchObject({
    phones: [{ callSid: "phone" }],
    room: { participants: [GRANDMA, "phone"] },
    talked: true,
  });
});

test("meetingOf() tells of a phone that was rung and not answered", () => {
  expect(meetingOf("grandma", [grandma, phone(false)])).toMatchObject({
    phones: [{ callSid: "phone" }],
    room: { participants: [GRANDMA] },
    talked: false,
  });
});

test("meetingOf() lets a phone that is answered when the caller has left meet nobody", () => {
  const late = call("phone", 1000, [
    [0, "invited", "A"],
    [70, "joined", "A"],
    [71, "ended", "completed"],
  ]);
  expect(meetingOf("grandma", [grandma, late]).talked).toBe(false);
});

test("meetingOf() names whoever joins later, who has not been rung for", () => {
  const owner = call("owner", 20_000, [
    [5, "joined", "A"],
    [30, "left", "A: participant_hung_up"],
  ]);
  const all = [owner, phone(true), grandma];
  expect(meetingOf("owner", all)).toMatchObject({
    room: { participants: [GRANDMA, "phone", OWNER] },
    talked: false,
  });
});

test("meetingOf() finds nothing for a call that was in no conference", () => {
  const refused = call("refused", 0, [[9, "ended", "completed"]]);
  expect(meetingOf("refused", [refused, grandma, phone(true)])).toEqual({
    phones: [],
    room: null,
    talked: false,
  });
});
