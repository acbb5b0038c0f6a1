import type { CallPlan } from "../../../../src/policy/office/call-plan";
import {
  openRingTicket,
  openWhisperTicket,
  type RingTicket,
  sealRingTicket,
  sealWhisperTicket,
  type WhisperTicket,
} from "../../../../src/policy/office/ring-ticket";
import { openPlan, sealPlan } from "../../../../src/policy/office/sealed-plan";
import { seal } from "../../../../src/policy/seal";
import { recordingSid } from "../../mail/fake-wiring";
import { callSid, LINE, NOON, number, STRANGER } from "../samples";

const A = callSid("a");
const department: CallPlan = {
  callSid: A,
  line: LINE,
  locale: "es",
  kind: "department",
  department: "finance",
};
const named: CallPlan = { callSid: A, line: LINE, locale: "en", kind: "name", to: number("23") };
const call = { plan: department, from: STRANGER, began: NOON };
const ringing = {
  step: 2,
  now: [number("31")],
  seconds: 20,
  later: [["sip:b@x.example"] as const],
  secondsEach: 20,
  isAgain: false,
};
const step: RingTicket = { ...call, at: NOON, ringing };
const whisper: WhisperTicket = {
  ...call,
  plan: named,
  recordingSid: recordingSid("1"),
  phone: "sip:b@x.example",
  step: 1,
};

test("what is sealed is opened again as it was", () => {
  for (const plan of [department, named]) expect(openPlan("s", sealPlan("s", plan), A)).toEqual(plan);
  expect(openRingTicket("s", sealRingTicket("s", step), A)).toEqual(step);
  expect(openWhisperTicket("s", sealWhisperTicket("s", whisper))).toEqual(whisper);
});

test("sealed texts go into a URL as they are", () => {
  expect(sealRingTicket("s", step)).toMatch(/^[\w.-]+$/);
});

test.each<[string, unknown]>([
  ["another secret's", openPlan("t", sealPlan("s", department), A)],
  ["another call's", openPlan("s", sealPlan("s", department), callSid("b"))],
  ["one that was changed", openPlan("s", sealPlan("s", department).replace(/^./, "f"), A)],
  ["another purpose's", openPlan("s", sealRingTicket("s", step), A)],
  ["nothing", openPlan("s", "", A)],
  ["an unknown language", openPlan("s", seal("s", "call-plan", { ...department, locale: "xx" }), A)],
  ["an unknown kind", openPlan("s", seal("s", "call-plan", { ...department, kind: "x" }), A)],
  ["a telephone that is none", openPlan("s", seal("s", "call-plan", { ...named, to: "911" }), A)],
  ["another call's step", openRingTicket("s", sealRingTicket("s", step), callSid("b"))],
  ["a step without telephones", openRingTicket("s", seal("s", "office-ring", { ...step, ringing: {} }), A)],
  [
    "a step with a strange telephone",
    openRingTicket("s", seal("s", "office-ring", { ...step, ringing: { ...ringing, now: ["911"] } }), A),
  ],
  ["a step as a whisper", openWhisperTicket("s", sealRingTicket("s", step))],
  [
    "a whisper without a telephone",
    openWhisperTicket("s", seal("s", "office-whisper", { ...whisper, phone: 1 })),
  ],
])("%s is none", (_name, opened) => {
  expect(opened).toBeUndefined();
});
