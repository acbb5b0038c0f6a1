import {
  type AttemptNews,
  claimCallback,
  concludeCallback,
  dropCallback,
  holdsAttempt,
  learnOfAttempt,
} from "../../../../src/policy/office/callback-attempt";
import { openCallback, sealCallback } from "../../../../src/policy/office/callback-link";
import { refuseCallback } from "../../../../src/policy/office/callback-number";
import {
  askCallback,
  busyDepartments,
  type Callback,
  dueCallbacks,
  isDue,
} from "../../../../src/policy/office/callback-queue";
import type { E164 } from "../../../../src/telephony/e164";
import { parseE164 } from "../../../../src/telephony/e164";
import { FRIEND, LINE, line, number, OTHER_LINE, policy, STRANGER } from "../samples";

const ASKED = "2026-01-05T15:15:00.000Z";
const minutes = (count: number) => new Date(Date.parse(ASKED) + count * 60_000);
const at = (count: number) => minutes(count).toISOString();
const wish = { line: LINE, department: "finance" };
const waiting: Callback = { ...wish, askedAt: ASKED, tries: 0, state: "waiting" };
/** An attempt that began ten minutes after it was asked for. */
const calling = claimCallback(waiting, minutes(10));
const taken: Callback = { ...calling, callSid: "CA1", takenAt: at(11) };
type News = AttemptNews extends infer One ? (One extends AttemptNews ? Omit<One, "attempt"> : never) : never;
const learn = (callback: Callback, news: News) =>
  learnOfAttempt(callback, { ...news, attempt: at(10) } as AttemptNews);

describe("asking", () => {
  test("who asks first is put down; who waits, or is just being called, keeps the place", () => {
    expect(askCallback(undefined, wish, minutes(0))).toEqual(waiting);
    const again = { line: OTHER_LINE, department: "service" };
    expect(askCallback(waiting, again, minutes(5))).toBe(waiting);
    expect(askCallback(taken, again, minutes(12))).toBe(taken);
  });
  test.each(["done", "failed", "dropped"] as const)("who was %s waits anew", (state) => {
    const asked = askCallback({ ...taken, state }, wish, minutes(60));
    expect(asked).toEqual({ ...waiting, askedAt: at(60) });
  });
});

describe("due", () => {
  test.each<[string, Callback, number, boolean]>([
    ["at once", waiting, 0, true],
    ["not nine minutes after a try", { ...waiting, tries: 1, triedAt: at(10) }, 19, false],
    ["ten minutes after a try", { ...waiting, tries: 1, triedAt: at(10) }, 20, true],
    ["not yet ten minutes after the second try", { ...waiting, tries: 2, triedAt: at(10) }, 29, false],
    ["twenty minutes after the second try", { ...waiting, tries: 2, triedAt: at(10) }, 30, true],
    ["not until a lunch hour is over after the fourth", { ...waiting, tries: 4, triedAt: at(10) }, 89, false],
    ["eighty minutes after the fourth try", { ...waiting, tries: 4, triedAt: at(10) }, 90, true],
    ["not while it rings", calling, 19, false],
    ["when nothing was heard for ten minutes: its process is dead", calling, 20, true],
    ["not while two talk, for four hours if need be", taken, 11 + 240, false],
    ["when nothing was heard for longer than a call can be", taken, 11 + 255, true],
    ["not right after a talk whose Dial has not been told of", { ...taken, endedAt: at(30) }, 39, false],
    ["ten minutes after such a talk", { ...taken, endedAt: at(30) }, 40, true],
    ["never when done", { ...waiting, state: "done" }, 9999, false],
    ["never when failed", { ...waiting, state: "failed" }, 9999, false],
    ["never when dropped", { ...waiting, state: "dropped" }, 9999, false],
    ["at once where a hand edit left no time", { ...waiting, triedAt: "soon" }, 0, true],
  ])("%s", (_name, callback, now, due) => {
    expect(isDue(callback, minutes(now))).toBe(due);
  });
  test("those first who asked first; a department is busy while one of its calls goes on", () => {
    const queue = [
      { number: FRIEND, callback: { ...waiting, askedAt: at(2) } },
      { number: STRANGER, callback: waiting },
      { number: number("60"), callback: calling },
    ];
    expect(dueCallbacks(queue, minutes(12)).map((queued) => queued.number)).toEqual([STRANGER, FRIEND]);
    expect([...busyDepartments(queue, minutes(12))]).toEqual(["finance"]);
    expect([...busyDepartments(queue, minutes(20))]).toEqual([]);
  });
});

describe("an attempt", () => {
  test("is claimed once, and counts from then on", () => {
    expect(calling).toEqual({ ...waiting, state: "calling", tries: 1, triedAt: at(10) });
    expect(claimCallback(calling, minutes(12))).toBe(calling);
  });
  test("the sixth is none: given up, and shown", () => {
    const tried = { ...waiting, tries: 5, triedAt: at(0), note: "the telephone: busy" };
    expect(claimCallback(tried, minutes(160))).toMatchObject({
      state: "failed",
      note: "the telephone: busy",
    });
  });
  test.each<[string, Callback, News, Partial<Callback>]>([
    ["placed", calling, { kind: "placed", callSid: "CA1" }, { state: "calling", callSid: "CA1" }],
    [
      "refused by Twilio: it does not count",
      calling,
      { kind: "refused", why: "no" },
      { state: "waiting", tries: 0, note: "no" },
    ],
    [
      "not answered",
      calling,
      { kind: "phone-ended", status: "no-answer", at: at(11) },
      { state: "waiting", tries: 1, note: "the telephone: no-answer" },
    ],
    [
      "answered by a mailbox",
      calling,
      { kind: "phone-ended", status: "completed", at: at(11) },
      { state: "waiting", note: "picked up, and no key was pressed" },
    ],
    [
      "not answered the fifth time",
      { ...calling, tries: 5 },
      { kind: "phone-ended", status: "busy", at: at(11) },
      { state: "failed", tries: 5 },
    ],
    [
      "taken",
      calling,
      { kind: "taken", callSid: "CA1", at: at(11) },
      { state: "calling", callSid: "CA1", takenAt: at(11) },
    ],
    ["put off", calling, { kind: "later" }, { state: "waiting", tries: 1 }],
    ["dropped", calling, { kind: "drop" }, { state: "dropped" }],
    ["the caller picks up", taken, { kind: "reached" }, { state: "done" }],
    ["talked", taken, { kind: "dialed", status: "completed" }, { state: "done" }],
    [
      "the caller does not answer",
      taken,
      { kind: "dialed", status: "no-answer" },
      { state: "waiting", tries: 1 },
    ],
    [
      "hung up before the Dial is told of",
      taken,
      { kind: "phone-ended", status: "completed", at: at(30) },
      { state: "calling", endedAt: at(30) },
    ],
    [
      "known as reached after all",
      { ...waiting, tries: 1, triedAt: at(10) },
      { kind: "reached" },
      { state: "done" },
    ],
    [
      "known as reached after the last try",
      { ...waiting, state: "failed", tries: 5, triedAt: at(10) },
      { kind: "dialed", status: "completed" },
      { state: "done" },
    ],
  ])("%s", (_name, callback, news, after) => {
    expect(learn(callback, news)).toMatchObject(after);
  });
  test.each<[string, Callback, News]>([
    ["placed again", taken, { kind: "placed", callSid: "CA1" }],
    ["taken again", taken, { kind: "taken", callSid: "CA1", at: at(12) }],
    ["taken by another call", { ...calling, callSid: "CA1" }, { kind: "taken", callSid: "CA2", at: at(12) }],
    [
      "a hang-up told twice",
      { ...taken, endedAt: at(30) },
      { kind: "phone-ended", status: "completed", at: at(31) },
    ],
    [
      "a key after it was dropped",
      { ...calling, state: "dropped" },
      { kind: "taken", callSid: "CA1", at: at(11) },
    ],
    ["reached after it was dropped", { ...calling, state: "dropped" }, { kind: "reached" }],
    [
      "a hang-up after it was done",
      { ...taken, state: "done" },
      { kind: "phone-ended", status: "completed", at: at(30) },
    ],
    ["no answer after it was done", { ...taken, state: "done" }, { kind: "dialed", status: "no-answer" }],
    [
      "an earlier attempt's end",
      { ...calling, triedAt: at(25) },
      { kind: "phone-ended", status: "busy", at: at(26) },
    ],
    [
      "an earlier attempt's key",
      { ...calling, triedAt: at(25) },
      { kind: "taken", callSid: "CA1", at: at(26) },
    ],
    ["the end of one asked for anew", waiting, { kind: "later" }],
  ])("%s: nothing changes", (_name, callback, news) => {
    expect(learn(callback, news)).toBe(callback);
  });
  test("only the call that was told to call now may call", () => {
    expect(holdsAttempt(taken, at(10), "CA1")).toBe(true);
    expect(holdsAttempt(taken, at(10), "CA2")).toBe(false);
    expect(holdsAttempt(taken, at(0), "CA1")).toBe(false);
    expect(holdsAttempt(calling, at(10), "CA1")).toBe(false);
    expect(holdsAttempt({ ...taken, state: "dropped" }, at(10), "CA1")).toBe(false);
  });
  test.each<[string, Callback]>([
    ["waits", waiting],
    ["is being called", taken],
    ["was given up", { ...waiting, state: "failed", tries: 5 }],
  ])("who %s and calls again needs no call once that department has talked with him", (_name, callback) => {
    expect(concludeCallback(callback, "service")).toBe(callback);
    expect(concludeCallback(callback, "finance")).toMatchObject({
      state: "done",
      note: expect.stringContaining("got through"),
    });
  });
  test("the owner drops what is not done", () => {
    expect(dropCallback(taken, "mine")).toEqual({ ...calling, state: "dropped", note: "mine" });
    const done: Callback = { ...waiting, state: "done" };
    expect(dropCallback(done, "mine")).toBe(done);
  });
});

test("a link opens with its own secret only", () => {
  const link = { number: STRANGER, attempt: at(10) };
  const sealed = sealCallback("a secret", link);
  expect(openCallback("a secret", sealed)).toEqual(link);
  expect(openCallback("another", sealed)).toBeUndefined();
  expect(openCallback(undefined, sealed)).toBeUndefined();
  expect(openCallback("", sealCallback("", link))).toBeUndefined();
  expect(openCallback("a secret", "nonsense")).toBeUndefined();
});

// Kinds as https://github.com/google/libphonenumber has them: 900 premium rate, 800 toll free in the US; 876 is Jamaica.
describe("who may be called back", () => {
  const evidence = (country: Partial<ReturnType<typeof line>["evidence"]["country"]> = {}) =>
    line({ evidence: { country: { only: [], never: [], then: "challenge", ...country } } });
  const e164 = (text: string): E164 => {
    const parsed = parseE164(text, "US");
    if (parsed === undefined) throw new Error(`${text} is no number`);
    return parsed;
  };
  test.each<[string, string, ReturnType<typeof line>, RegExp | undefined]>([
    ["an ordinary number", STRANGER, line(), undefined],
    ["a free one", "+18005550150", line(), undefined],
    ["premium rate", "+19005550150", line(), /dear/],
    ["one that its country does not have", "+12005550150", line(), /./],
    ["a country with our own code", "+18765550150", line(), /JM/],
    ["abroad", "+16475550150", line(), /CA/],
    ["abroad, where the line is for it", "+16475550150", evidence({ only: ["CA"] }), undefined],
    ["at home, and yet never", STRANGER, evidence({ never: ["US"] }), /US/],
    ["a line of ours", LINE, line(), /ours/],
  ])("%s", (_name, text, of, why) => {
    const refusal = refuseCallback(policy(), of, e164(text));
    if (why === undefined) expect(refusal).toBeUndefined();
    else expect(refusal).toMatch(why);
  });
});
