import type { Callee, Moment, Party } from "../../local-twilio/voice/party";
import { parseHeardPattern } from "../../simulator/heard-pattern";
import { type PhonePlan, scriptedPhone } from "../../simulator/scripted-phone";

const saying = (text: string, seconds = 3): Moment => ({
  heard: { kind: "say", text },
  seconds,
  awaits: "input",
});
const talking = (seconds: number): Moment => ({
  heard: { kind: "conversation", text: "conversation" },
  seconds,
  awaits: "nothing",
});
const hears = (source: string) => {
  const pattern = parseHeardPattern(source);
  return pattern === undefined ? {} : { hears: pattern };
};

const ACCEPTS: PhonePlan = {
  does: "answers",
  after: 2,
  seconds: 40,
  steps: [{ ...hears("press 1"), act: { does: "press", keys: "1" } }],
};

function partyOf(callee: Callee): Party {
  if (callee.does !== "answers" || callee.party === undefined) throw new Error("nobody answers");
  return callee.party;
}

test.each(["no-answer", "busy", "failed"] as const)("a scripted phone is %s when told so", (does) => {
  expect(scriptedPhone("callee", 30).ring({ does })).toEqual({ does });
});

test("a scripted phone talks for as long as it is told, and then hangs up", async () => {
  const callee = scriptedPhone("callee", 30).ring({ does: "answers", after: 7 });
  expect(callee).toMatchObject({ does: "answers", after: 7 });
  expect(await partyOf(callee).during(talking(3600))).toEqual({ at: 30, does: "hangUp" });
});

test("a scripted phone does its steps, and hangs up so many seconds after the last", async () => {
  const party = partyOf(scriptedPhone("callee", 30).ring(ACCEPTS));
  await party.during(saying("A call for you: press 1"));
  expect(await party.during(talking(3600))).toMatchObject({ at: 0, does: "press", keys: "1" });
  expect(await party.during(talking(3600))).toEqual({ at: 40, does: "hangUp" });
});

test("a scripted phone says which of its steps never heard what, and whether they were begun at all", async () => {
  const phone = scriptedPhone("callee +12125550123", 30);
  expect(phone.failures({ does: "answers" })).toEqual([]);
  expect(phone.failures(ACCEPTS)).toEqual([
    "callee +12125550123 was never picked up, so that its steps were never begun",
  ]);
  await partyOf(phone.ring(ACCEPTS)).during(saying("Hello"));
  expect(phone.failures(ACCEPTS)).toEqual([
    'callee +12125550123 step 1 never heard "press 1"; heard ["Hello"]',
  ]);
});
