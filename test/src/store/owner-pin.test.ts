import fc, { type Scheduler } from "fast-check";
import { type Reservation, reserveTry, settleTry } from "../../../src/policy/home/pin-attempts";
import type { Store } from "../../../src/store/change-item";
import { changePinAttempts, parsePinAttempts } from "../../../src/store/owner-pin";
import { callSid, NOON } from "../policy/samples";
import { FakeSync, type Trouble } from "./fake-sync";

const MINUTE = 60 * 1000;
const anyTroubles = fc.array(fc.constantFrom<Trouble>(undefined, "conflict", "throttled"), { maxLength: 30 });

/** Some calls guess wrongly at the same moment, so many minutes after the last. */
const anyWave = fc.record({
  calls: fc.integer({ min: 1, max: 12 }),
  minutes: fc.constantFrom(0, 1, 15, 20, 60, 1440),
});

function storeUnder(scheduler: Scheduler, troubles: readonly Trouble[]): Store & { readonly sync: FakeSync } {
  const left = [...troubles];
  const sync = new FakeSync(async () => {
    await scheduler.schedule(Promise.resolve());
    return left.shift();
  });
  return { sync, random: () => 0.5, sleep: () => scheduler.schedule(Promise.resolve()) };
}

/** A wrong guess as `home/check-pin` makes it: counted, compared, noted. Gives whether it was compared. */
async function guess(store: Store, call: string, at: number): Promise<boolean> {
  const pinTry = { callSid: callSid(call), attempt: 1 };
  const outcomes: Reservation["outcome"][] = [];
  const isKept = await changePinAttempts(store, (current) => {
    const { attempts, reservation } = reserveTry(current, pinTry, at);
    outcomes.push(reservation.outcome);
    return attempts;
  });
  if (!isKept || outcomes.at(-1) !== "reserved") return false;
  await changePinAttempts(store, (current) => settleTry(current, pinTry, false));
  return true;
}

test("however many calls guess at once, in any interleaving: never more than three guesses between two locks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(anyWave, { minLength: 1, maxLength: 4 }),
      anyTroubles,
      async (scheduler, waves, troubles) => {
        const store = storeUnder(scheduler, troubles);
        const compared: number[] = [];
        let at = NOON;
        for (const [index, { calls, minutes }] of waves.entries()) {
          at += minutes * MINUTE;
          const now = at;
          const guesses = Array.from({ length: calls }, (_, call) => guess(store, `${index}:${call}`, now));
          const all = Promise.all(guesses);
          await scheduler.waitFor(all);
          for (const isCompared of await all) if (isCompared) compared.push(now);
        }
        const gaps = compared.slice(3).map((late, index) => late - (compared[index] ?? 0));
        expect(gaps.every((gap) => gap >= 15 * MINUTE)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test("what the owner finds in Sync: counts, instants, and which tries were which", async () => {
  const sync = new FakeSync();
  const store = { sync, random: () => 0.5 };
  for (const call of ["a", "b", "c"]) await guess(store, call, NOON);
  expect(sync.data("home", "owner-pin")).toEqual({
    tries: 3,
    lockouts: 1,
    lastTry: "2026-01-05T17:00:00.000Z",
    lockedUntil: "2026-01-05T17:15:00.000Z",
    seen: ["a", "b", "c"].map((call) => `${callSid(call)}:1:wrong`),
  });
  expect(sync.ttls.get("home/owner-pin")).toBe(0);
});

test.each([
  ["nothing", {}],
  ["nonsense", { tries: "3", lockouts: -1, lockedUntil: "soon", lastTry: 7, seen: "all" }],
  ["nonsense among the tries", { tries: 1.5, seen: [7, "x", `${callSid("a")}:1:perhaps`] }],
])("a hand edit that is %s is no try and no lock", (_name, data) => {
  expect(parsePinAttempts(data)).toEqual({ tries: 0, lockouts: 0, seen: [] });
});
