import { concludeChallenge, mayRetry } from "../../../src/policy/conclude-challenge";
import {
  type ChallengeStep,
  countStep,
  lockedBecause,
  type Strikes,
  strikesBefore,
} from "../../../src/policy/strikes";
import { callSid, HOME, LINE, type LineChange, line, STRANGER, strikes } from "./samples";

const at = "2026-01-05T17:00:00Z";
const count = (current: Strikes | undefined, steps: readonly [call: string, step: ChallengeStep][]) =>
  steps.reduce<Strikes | undefined>(
    (now, [call, step]) => countStep(now, { callSid: callSid(call), step, at }),
    current,
  );

// An earlier screening system's table: prompt sent, unanswered + 1; any answer, - 1; right, both 0; wrong, failed + 1.
test.each<
  [string, Strikes | undefined, readonly [string, ChallengeStep][], { unanswered: number; failed: number }]
>([
  ["a prompt that was sent counts as unanswered", undefined, [["a", "asked"]], { unanswered: 1, failed: 0 }],
  [
    "an asking that is written after its wrong answer counts no more",
    undefined,
    [
      ["a", "wrong"],
      ["a", "asked"],
    ],
    { unanswered: 0, failed: 1 },
  ],
  [
    "the wrong answer takes that back",
    undefined,
    [
      ["a", "asked"],
      ["a", "wrong"],
    ],
    { unanswered: 0, failed: 1 },
  ],
  [
    "the right answer clears both",
    strikes(2, 2),
    [
      ["a", "asked"],
      ["a", "right"],
    ],
    { unanswered: 0, failed: 0 },
  ],
  [
    "a name that was spoken takes its own asking back, and nothing else",
    strikes(2, 1),
    [
      ["a", "asked"],
      ["a", "heard"],
      ["a", "heard"],
    ],
    { unanswered: 2, failed: 1 },
  ],
  [
    "a wrong answer leaves earlier silences",
    strikes(2, 1),
    [
      ["a", "asked"],
      ["a", "wrong"],
    ],
    { unanswered: 2, failed: 2 },
  ],
  [
    "three silences are three",
    undefined,
    [
      ["a", "asked"],
      ["b", "asked"],
      ["c", "asked"],
    ],
    { unanswered: 3, failed: 0 },
  ],
  [
    "a webhook that comes twice counts once",
    undefined,
    [
      ["a", "asked"],
      ["a", "asked"],
    ],
    { unanswered: 1, failed: 0 },
  ],
  [
    "so does an answer",
    undefined,
    [
      ["a", "asked"],
      ["a", "wrong"],
      ["a", "wrong"],
    ],
    { unanswered: 0, failed: 1 },
  ],
  [
    "two calls at once count apart",
    undefined,
    [
      ["a", "asked"],
      ["b", "asked"],
      ["a", "wrong"],
    ],
    { unanswered: 1, failed: 1 },
  ],
  [
    "an answer whose asking was lost takes nothing back",
    strikes(2, 0, ["x:asked"]),
    [["a", "wrong"]],
    { unanswered: 2, failed: 1 },
  ],
  [
    "nothing goes below zero",
    strikes(0, 0, Array(10).fill("x:asked")),
    [["a", "wrong"]],
    { unanswered: 0, failed: 1 },
  ],
  [
    "who may have been counted gets the benefit",
    strikes(2, 0, Array(10).fill("x:asked")),
    [["a", "wrong"]],
    { unanswered: 1, failed: 1 },
  ],
])("%s", (_name, before, steps, after) => {
  expect(count(before, steps)).toMatchObject(after);
});

test("the last ten steps are remembered, and when the last one was", () => {
  const after = count(
    undefined,
    Array.from({ length: 14 }, (_, index) => [`${index}`, "asked"]),
  );
  expect(after?.seen).toHaveLength(10);
  expect(after?.seen.at(-1)).toBe(`${callSid("13")}:asked`);
  expect(after?.lastCall).toBe(at);
});

test("a step that changes nothing gives back the very same strikes, so that nothing is written", () => {
  const once = count(undefined, [["a", "asked"]]);
  expect(count(once, [["a", "asked"]])).toBe(once);
});

test("a call's own strike does not count against it, once answered its wrong answer does", () => {
  const asked = count(strikes(2, 0), [["a", "asked"]]);
  expect(asked && strikesBefore(asked, callSid("a"))).toMatchObject({ unanswered: 2 });
  expect(asked && strikesBefore(asked, callSid("b"))).toMatchObject({ unanswered: 3 });
  const answered = count(asked, [["a", "wrong"]]);
  expect(answered && strikesBefore(answered, callSid("a"))).toMatchObject({ unanswered: 2, failed: 1 });
});

// Defaults 3 and 3, "0 = never": the policy file.
test.each([
  [2, 2, 3, 3, undefined],
  [3, 0, 3, 3, "3 unanswered challenges"],
  [0, 3, 3, 3, "3 wrong answers in a row"],
  [9, 9, 0, 0, undefined],
  [9, 1, 0, 1, "1 wrong answers in a row"],
])(
  "%i unanswered and %i failed, with limits %i and %i: %s",
  (unanswered, failed, limit, failedLimit, because) => {
    const limits = line({ strikes: { unanswered: limit, failed: failedLimit } }).strikes;
    expect(lockedBecause(strikes(unanswered, failed), limits)).toBe(because);
  },
);

const stranger = { kind: "number", number: STRANGER } as const;
const FAILED = "Those were the wrong digits.";
const LOCKED = "You are locked out.";

// The end-state table: wrong answers 1 and 2 `failed`, from the third `locked`, then ended; right, then voicemail or ringing.
test.each<[string, "right" | "wrong" | "none", number, LineChange, object]>([
  ["the first wrong answer", "wrong", 1, {}, { result: "failed", say: FAILED, next: "end" }],
  ["the second", "wrong", 2, {}, { result: "failed", say: FAILED, next: "end" }],
  ["the third", "wrong", 3, {}, { result: "locked", say: LOCKED, next: "end" }],
  ["the fourth", "wrong", 4, {}, { result: "locked", say: LOCKED, next: "end" }],
  [
    "never locked with the limit 0",
    "wrong",
    9,
    { strikes: { failed: 0 } },
    { result: "failed", next: "end" },
  ],
  [
    "wrong, where a message is allowed",
    "wrong",
    1,
    { challenge: { onFail: "voicemail" } },
    { result: "failed", next: "voicemail" },
  ],
  [
    "locked, where a message is allowed",
    "wrong",
    3,
    { strikes: { then: "voicemail" } },
    { result: "locked", next: "voicemail" },
  ],
  [
    "locked, where only those who fail may leave one",
    "wrong",
    3,
    { challenge: { onFail: "voicemail" } },
    { result: "locked", next: "end" },
  ],
  ["right", "right", 0, {}, { result: "right", say: "", next: "voicemail" }],
  [
    "right, where that rings",
    "right",
    0,
    { challenge: { onPass: "ring" } },
    { result: "right", next: "ring" },
  ],
  [
    "right, where it would ring the line itself",
    "right",
    0,
    { challenge: { onPass: "ring" }, ring: { to: LINE } },
    { next: "voicemail" },
  ],
  [
    "right, where it would ring the caller",
    "right",
    0,
    { challenge: { onPass: "ring" }, ring: { to: STRANGER } },
    { next: "voicemail" },
  ],
  ["no answer", "none", 2, {}, { result: "unanswered", say: "", next: "end" }],
  [
    "no answer, where a message is allowed",
    "none",
    0,
    { challenge: { onSilence: "voicemail" } },
    { result: "unanswered", next: "voicemail" },
  ],
])("%s", (_name, judgement, failed, change, end) => {
  const conclusion = concludeChallenge({ judgement, failed, line: line(change), caller: stranger });
  expect(conclusion).toMatchObject(end);
});

test("only a wrong answer is asked again, and only while attempts are left", () => {
  const twice = line({ ring: { to: HOME }, challenge: { attempts: 2 } });
  expect(mayRetry("wrong", 1, twice)).toBe(true);
  expect([
    mayRetry("wrong", 2, twice),
    mayRetry("none", 1, twice),
    mayRetry("right", 1, twice),
    mayRetry("wrong", 1, line()),
  ]).toEqual([false, false, false, false]);
});
