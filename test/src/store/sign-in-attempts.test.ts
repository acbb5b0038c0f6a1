import fc from "fast-check";
import {
  ATTEMPTS_KEY,
  type Attempt,
  countAttempt,
  MOST_SENT_IN_AN_HOUR,
} from "../../../src/store/sign-in-attempts";
import { FakeSync } from "./fake-sync";

const START = Date.parse("2026-01-05T15:00:00Z");
const MINUTE = 60_000;
const instantly = {
  random: () => 0.5,
  sleep: (ms: number) => (ms >= 1000 ? new Promise<void>(() => undefined) : Promise.resolve()),
};

function door(sync = new FakeSync()) {
  const attempt = (does: Attempt["does"], minutes: number, { who = "ann", isKnown = true } = {}) =>
    countAttempt({ sync, ...instantly }, { does, who, isKnown, now: new Date(START + minutes * MINUTE) });
  return { sync, attempt };
}

const counted = { outcome: "counted" };
const full = (minutes: number) => ({ outcome: "full", retryAfterSeconds: minutes * 60 });

test("four codes in ten minutes may be asked for, one fewer than Verify sends", async () => {
  const { attempt } = door();
  for (const minute of [0, 1, 2, 3]) expect(await attempt("asks", minute)).toEqual(counted);
  expect(await attempt("asks", 4)).toEqual(full(6));
  expect(await attempt("asks", 9)).toEqual(full(1));
  expect(await attempt("asks", 10)).toEqual(counted);
  expect(await attempt("asks", 10)).toEqual(full(1));
});

test("five codes in ten minutes may be tried, as Verify lets them be; until then no new one is sent", async () => {
  const { attempt } = door();
  for (const minute of [0, 1, 2, 3, 4]) expect(await attempt("tries", minute)).toEqual(counted);
  expect(await attempt("tries", 5)).toEqual(full(5));
  expect(await attempt("asks", 5)).toEqual(full(5));
  expect(await attempt("asks", 10)).toEqual(counted);
  expect(await attempt("tries", 10)).toEqual(counted);
});

test("each telephone has its own limits, and who may not sign in the same as who may", async () => {
  const { attempt } = door();
  for (const minute of [0, 1, 2, 3, 4]) {
    const [ann, stranger] = [
      await attempt("asks", minute),
      await attempt("asks", minute, { who: "x", isKnown: false }),
    ];
    expect(stranger).toEqual(ann);
  }
});

test("codes really sent are limited for all together in an hour, whoever asks then; made-up numbers are not counted", async () => {
  const { attempt } = door();
  for (let time = 0; time < 90; time++) await attempt("asks", 0, { who: `no${time}`, isKnown: false });
  for (let time = 0; time < MOST_SENT_IN_AN_HOUR; time++)
    expect(await attempt("asks", 1, { who: `admin${time}` })).toEqual(counted);
  expect(await attempt("asks", 2)).toEqual(full(59));
  expect(await attempt("asks", 2, { who: "no", isKnown: false })).toEqual(full(59));
  expect(await attempt("tries", 2)).toEqual(counted);
  expect(await attempt("asks", 61)).toEqual(counted);
});

test("a flood of made-up numbers neither fills the item nor makes it forget who may sign in", async () => {
  const { sync, attempt } = door();
  for (let admin = 0; admin < 20; admin++)
    for (let time = 0; time < 5; time++) await attempt("tries", 0, { who: `administrator000${admin}` });
  for (let time = 0; time < 200; time++)
    await attempt("tries", 1, { who: `somebodyelse${time}`, isKnown: false });
  expect(await attempt("tries", 2, { who: "administrator0000" })).toEqual({ outcome: "held" });
  // @see https://www.twilio.com/docs/sync/limits
  expect(Buffer.byteLength(JSON.stringify(sync.data("console", ATTEMPTS_KEY)))).toBeLessThan(16 * 1024);
});

type Step = { readonly does: Attempt["does"]; readonly who: string; readonly times: number };

const aStep = fc.record<Step>({
  does: fc.constantFrom("asks", "tries"),
  who: fc.constantFrom("ann", "ann", "other", "many"),
  times: fc.constantFrom(1, 4, 5, 56, 60),
});

/** What is told of each attempt, where `ann` may sign in or may not; and how many of hers were really made in ten minutes. */
async function told(steps: readonly Step[], isKnown: boolean) {
  const { attempt } = door();
  const outcomes: unknown[] = [];
  const made = { asks: 0, tries: 0 };
  let everybody = 0;
  for (const { does, who, times } of steps)
    for (let time = 0; time < times; time++) {
      const name = who === "many" ? `many${everybody++}` : who;
      const count = await attempt(does, outcomes.length / 1000, {
        who: name,
        isKnown: isKnown && who === "ann",
      });
      if (who === "ann" && count.outcome === "counted") made[does] += 1;
      outcomes.push(count.outcome === "held" ? counted : count);
    }
  return { outcomes, made };
}

test("no crowd of made-up numbers makes a difference between who may sign in and who may not, nor room for more tries", async () => {
  const crowded: Step[] = [
    { does: "asks", who: "ann", times: 4 },
    { does: "tries", who: "many", times: 60 },
    { does: "asks", who: "ann", times: 1 },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { maxLength: 6 }), async (steps) => {
      const [known, stranger] = [await told(steps, true), await told(steps, false)];
      expect(known.outcomes).toEqual(stranger.outcomes);
      expect(known.made.asks).toBeLessThanOrEqual(4);
      expect(known.made.tries).toBeLessThanOrEqual(5);
    }),
    { numRuns: 60, examples: [[crowded]] },
  );
});

test("whatever stands in the item, it never stops who comes for the first time", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (recent) => {
      const { sync, attempt } = door();
      sync.put("console", ATTEMPTS_KEY, { recent });
      expect(await attempt("asks", 0)).toEqual(counted);
    }),
  );
});

test("what cannot be counted is told as lost, for it must not be made", async () => {
  const soon = { random: () => 0.5, sleep: () => Promise.resolve() };
  const sync = new FakeSync((request) => (request.startsWith("GET") ? undefined : "conflict"));
  const attempted = { does: "asks", who: "ann", isKnown: true, now: new Date(START) } as const;
  expect(await countAttempt({ sync, ...soon }, attempted)).toEqual({ outcome: "lost" });
});
