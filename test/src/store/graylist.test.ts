import fc, { type Scheduler } from "fast-check";
import { type ChallengeStep, countStep } from "../../../src/policy/strikes";
import type { Store } from "../../../src/store/change-item";
import { changeStrikes, parseStrikes } from "../../../src/store/graylist";
import { callSid, line, STRANGER } from "../policy/samples";
import { FakeSync, type Trouble } from "./fake-sync";

const at = "2026-01-05T17:00:00Z";
type Outcome = "hangs up" | "wrong";
const anyTroubles = fc.array(fc.constantFrom<Trouble>(undefined, "conflict", "throttled"), { maxLength: 30 });
const anyOutcomes = fc.array(fc.constantFrom<Outcome>("hangs up", "wrong"), { minLength: 1, maxLength: 20 });

/** Counts one step of a call as a Function does, in an instance of its own. */
async function count(store: Store, call: string, step: ChallengeStep): Promise<boolean> {
  const whose = { number: STRANGER, policy: line().strikes };
  const { outcome } = await changeStrikes(store, whose, (current) =>
    countStep(current, { callSid: callSid(call), step, at }),
  );
  return outcome !== "lost";
}

/** A whole call; gives how many of its steps were lost. */
async function callOnce(
  store: Store,
  call: string,
  outcome: Outcome,
): Promise<{ asked: boolean; answered: boolean }> {
  const asked = await count(store, call, "asked");
  return { asked, answered: outcome === "wrong" ? await count(store, call, "wrong") : true };
}

function storeUnder(scheduler: Scheduler, troubles: readonly Trouble[], isPatient: boolean) {
  const left = [...troubles];
  const sync = new FakeSync(async () => {
    await scheduler.schedule(Promise.resolve());
    return left.shift();
  });
  const sleep = (ms: number) =>
    isPatient && ms >= 1000 ? new Promise<void>(() => undefined) : scheduler.schedule(Promise.resolve());
  return { sync, random: () => 0.5, sleep };
}

const happened = (outcomes: readonly Outcome[]) => ({
  unanswered: outcomes.filter((outcome) => outcome === "hangs up").length,
  failed: outcomes.filter((outcome) => outcome === "wrong").length,
});

const countersIn = (sync: FakeSync) => {
  const { unanswered, failed } = parseStrikes(sync.data("graylist", STRANGER)) ?? {
    unanswered: 0,
    failed: 0,
  };
  return { unanswered, failed };
};

test("two calls at a time, in any interleaving with conflicts and 429s: the counters equal what happened", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyOutcomes, anyTroubles, async (scheduler, outcomes, troubles) => {
      const store = storeUnder(scheduler, troubles, true);
      const calls = outcomes.map((outcome, index) => () => callOnce(store, `${index}`, outcome));
      const inTurn = async () => {
        for (let next = calls.shift(); next !== undefined; next = calls.shift()) await next();
      };
      await scheduler.waitFor(Promise.all([inTurn(), inTurn()]));
      expect(countersIn(store.sync)).toEqual(happened(outcomes));
    }),
    { numRuns: 150 },
  );
});

test("up to twenty calls at once never overcount, and what is lost is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyOutcomes, anyTroubles, async (scheduler, outcomes, troubles) => {
      const store = storeUnder(scheduler, troubles, false);
      const all = Promise.all(outcomes.map((outcome, index) => callOnce(store, `${index}`, outcome)));
      await scheduler.waitFor(all);
      const calls = await all;
      const { unanswered, failed } = countersIn(store.sync);
      const truth = happened(outcomes);
      const lostAnswers = calls.filter(({ answered }) => !answered).length;
      expect(failed).toBeLessThanOrEqual(truth.failed);
      expect(failed).toBeGreaterThanOrEqual(truth.failed - lostAnswers);
      expect(unanswered).toBeLessThanOrEqual(truth.unanswered + lostAnswers);
      expect(unanswered + failed).toBeLessThanOrEqual(outcomes.length);
      if (calls.every(({ asked, answered }) => asked && answered) && outcomes.length <= 5)
        expect({ unanswered, failed }).toEqual(truth);
    }),
    { numRuns: 150 },
  );
});

test("twenty silent calls at once: what is counted and what is told as lost add up", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), anyTroubles, async (scheduler, troubles) => {
      const store = storeUnder(scheduler, troubles, false);
      const all = Promise.all(Array.from({ length: 20 }, (_, index) => count(store, `${index}`, "asked")));
      await scheduler.waitFor(all);
      const lost = (await all).filter((isCounted) => !isCounted).length;
      const { unanswered } = countersIn(store.sync);
      expect(unanswered).toBeLessThanOrEqual(20);
      expect(unanswered).toBeGreaterThanOrEqual(20 - lost);
    }),
    { numRuns: 50 },
  );
});

describe("changeStrikes()", () => {
  const patient = (sync: FakeSync): Store => ({
    sync,
    random: () => 0,
    sleep: (ms) => (ms ? new Promise(() => undefined) : Promise.resolve()),
  });

  test("an item just read costs one write, and no second read", async () => {
    const sync = new FakeSync();
    const whose = { number: STRANGER, policy: line().strikes, known: { item: undefined } };
    await changeStrikes(patient(sync), whose, (now) =>
      countStep(now, { callSid: callSid("a"), step: "asked", at }),
    );
    expect(sync.requests).toEqual(["POST graylist"]);
  });

  // "TTL = forgetAfterDays", and 0 is for ever. https://www.twilio.com/docs/sync/objects-ttl: at most 31,536,000 s.
  test.each([
    [30, 2_592_000],
    [365, 31_536_000],
    [0, 0],
  ])(
    "strikes to be forgotten after %i days live %i seconds from the last call on",
    async (forgetAfterDays, ttl) => {
      const sync = new FakeSync();
      sync.put("graylist", STRANGER, { unanswered: 1, failed: 0, lastCall: at, seen: [] });
      const whose = { number: STRANGER, policy: line({ strikes: { forgetAfterDays } }).strikes };
      await changeStrikes(patient(sync), whose, (now) =>
        countStep(now, { callSid: callSid("a"), step: "asked", at }),
      );
      expect(sync.ttls.get(`graylist/${STRANGER}`)).toBe(ttl);
    },
  );

  test("what the owner wrote beside the counters stays; a count that is none is 0", async () => {
    const sync = new FakeSync();
    sync.put("graylist", STRANGER, { unanswered: "many", failed: -2, note: "sells roofs", seen: "all" });
    const whose = { number: STRANGER, policy: line().strikes };
    await changeStrikes(patient(sync), whose, (now) =>
      countStep(now, { callSid: callSid("a"), step: "asked", at }),
    );
    expect(sync.data("graylist", STRANGER)).toMatchObject({ unanswered: 1, failed: 0, note: "sells roofs" });
  });

  test("a map that is not there is no reason to try for two seconds", async () => {
    const sync = new FakeSync();
    sync.createItem = async () => ({ outcome: "missing" });
    const whose = { number: STRANGER, policy: line().strikes };
    const change = changeStrikes(patient(sync), whose, () => ({
      unanswered: 1,
      failed: 0,
      lastCall: at,
      seen: [],
    }));
    await expect(change).rejects.toThrow("Sync answered 404");
  });

  test("gives up after its two seconds of real time, and says that the count is lost", async () => {
    const sync = new FakeSync(() => "conflict");
    const started = performance.now();
    expect(await count({ sync, random: Math.random }, "a", "asked")).toBe(false);
    expect(performance.now() - started).toBeGreaterThan(1900);
    expect(performance.now() - started).toBeLessThan(2900);
  });

  test("gives up even while a request hangs", async () => {
    const sync = new FakeSync(() => new Promise(() => undefined));
    expect(await count({ sync, random: Math.random }, "a", "asked")).toBe(false);
  });
});
