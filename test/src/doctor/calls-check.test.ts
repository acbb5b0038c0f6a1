import { callsCheck, voicemailsCheck } from "../../../src/doctor/checks/calls";
import type { Facts } from "../../../src/doctor/facts";
import type { CallHistory } from "../../../src/doctor/facts/call-history";
import { DISPOSITIONS } from "../../../src/policy/call-log";
import { LINE, NOON } from "../policy/samples";
import { say, sid } from "./sample-facts";

type Call = CallHistory["calls"][number];
type Recording = CallHistory["recordings"][number];

const MINUTE = 60_000;
const ENDED = { startedAt: NOON - 10 * MINUTE, endedAt: NOON - 9 * MINUTE };

function call(status: string, row: Call["row"], times: Partial<Call> = ENDED): Call {
  return {
    sid: sid("CA"),
    to: LINE,
    direction: "inbound",
    status,
    startedAt: undefined,
    endedAt: undefined,
    row,
    ...times,
  };
}
const history = (calls: readonly Call[], recordings: readonly Recording[] = []): Partial<Facts> => ({
  callHistory: { calls, recordings },
});
const row = (disposition: string, verdict = "challenge") => ({ disposition, verdict });

// https://www.twilio.com/docs/voice/api/call-resource#call-status-values and https://www.twilio.com/docs/voice/twiml/reject:
// `rejected` ends as no-answer, `busy` as busy; both are calls that were never answered.
test.each<[string, Call, RegExp]>([
  ["a voicemail", call("completed", row("voicemail")), /^ok: 1, each with an end$/],
  ["a rejected call", call("no-answer", row("rejected", "reject")), /^ok: 1, /],
  ["a call rejected as busy", call("busy", row("rejected", "reject")), /^ok: 1, /],
  ["a caller who hung up at the challenge", call("completed", row("abandoned")), /^ok: 1, /],
  [
    "one who hung up before being screened",
    call("no-answer", undefined),
    /^ok: 1, each with an end \(1 hung up before/,
  ],
  ["a canceled call", call("canceled", undefined), /^ok: 1, each with an end \(1 hung up before/],
  ["one that is under way", call("in-progress", undefined, { startedAt: NOON - 30 * MINUTE }), /^ok: none$/],
  ["one that rings", call("ringing", undefined, { startedAt: NOON }), /^ok: none$/],
  ["one that has only just ended", call("completed", undefined, { endedAt: NOON - MINUTE }), /^ok: none$/],
  [
    "one that ended in error",
    call("completed", row("error")),
    /^failure: CA1{32} of 2026-01-05T16:50:00.000Z \(completed\) ended in error$/,
  ],
  ["one that failed", call("failed", undefined), /^failure: .*\(failed\) failed/],
  ["one that failed after it was noted", call("failed", row("abandoned")), /^failure: .*\(failed\) failed/],
  [
    "one that was answered and left no row",
    call("completed", undefined),
    /^warning: .*\(completed\) left no row/,
  ],
  ["one that was rejected and left no row", call("busy", undefined), /^warning: .*\(busy\) left no row/],
  [
    "one whose row has no disposition",
    call("completed", { verdict: "connect" }),
    /^warning: .*without a disposition/,
  ],
  ["one whose row was edited", call("completed", row("fine")), /^warning: .*without a disposition/],
  [
    "one that was to be rejected",
    call("completed", row("rejected", "reject")),
    /^warning: .*answered \(and billed\)/,
  ],
])("%s", async (_name, one, said) => {
  expect(await say(callsCheck, history([one]))).toEqual([expect.stringMatching(said)]);
});

test("every disposition but an error is an end, for an answered call or one that was not", async () => {
  for (const disposition of DISPOSITIONS) {
    const status = disposition === "rejected" ? "no-answer" : "completed";
    const [said] = await say(callsCheck, history([call(status, row(disposition))]));
    expect(said).toMatch(disposition === "error" ? /^failure/ : /^ok/);
  }
});

test("each call that is amiss has its own line, and no caller's number is in it", async () => {
  const said = await say(
    callsCheck,
    history([call("failed", undefined), call("completed", row("voicemail")), call("completed", undefined)]),
  );
  expect(said).toHaveLength(2);
  expect(said.join()).not.toContain("+1");
});

const recording = (change: Partial<Recording>): Recording => ({
  ...{ sid: sid("RE"), callSid: sid("CA"), status: "completed", seconds: 6 },
  ...{ createdAt: NOON - 9 * MINUTE, isKept: true, ...change },
});

test.each<[string, Partial<Recording>, RegExp]>([
  ["a voicemail", {}, /^ok: 1, each known/],
  ["one that was not noted", { isKept: false }, /^failure: the recording RE1{32} of CA1{32} was not noted/],
  ["one that is empty", { isKept: false, seconds: 0 }, /^ok: none$/],
  ["one that is absent", { isKept: false, status: "absent" }, /^ok: none$/],
  ["one that has only just ended", { isKept: false, createdAt: NOON - MINUTE }, /^ok: none$/],
])("recording: %s", async (_name, change, said) => {
  expect(await say(voicemailsCheck, history([], [recording(change)]))).toEqual([expect.stringMatching(said)]);
});
