import fc from "fast-check";
import {
  type PinAttempts,
  type PinTry,
  reserveTry,
  settleTry,
} from "../../../../src/policy/home/pin-attempts";
import { callSid, NOON } from "../samples";

const NO_ATTEMPTS: PinAttempts = { tries: 0, lockouts: 0, seen: [] };
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

const tryOf = (call: string, attempt = 1): PinTry => ({ callSid: callSid(call), attempt });

/** A try that is counted, compared and noted. */
function guess(attempts: PinAttempts, pinTry: PinTry, { at = NOON, isRight = false } = {}) {
  const { attempts: counted, reservation } = reserveTry(attempts, pinTry, at);
  const after = reservation.outcome === "reserved" ? settleTry(counted, pinTry, isRight) : counted;
  return { ...reservation, after };
}

function guessWrong(attempts: PinAttempts, calls: readonly string[], at = NOON): PinAttempts {
  return calls.reduce((so, call) => guess(so, tryOf(call), { at }).after, attempts);
}

test("the third wrong try locks for a quarter of an hour, in whichever calls they were", () => {
  const outcomes = [];
  let attempts = NO_ATTEMPTS;
  for (const call of ["a", "b", "c", "d"]) {
    const { outcome, isLast, after } = guess(attempts, tryOf(call));
    outcomes.push([outcome, isLast]);
    attempts = after;
  }
  expect(outcomes).toEqual([
    ["reserved", false],
    ["reserved", false],
    ["reserved", true],
    ["locked", false],
  ]);
  expect(attempts).toMatchObject({ tries: 3, lockouts: 1, lockedUntil: NOON + 15 * MINUTE });
  expect(guess(attempts, tryOf("e"), { at: NOON + 15 * MINUTE - 1 }).outcome).toBe("locked");
  expect(guess(attempts, tryOf("e"), { at: NOON + 15 * MINUTE }).outcome).toBe("reserved");
});

test("each further lock is twice as long, up to a day; a day without a try takes one back", () => {
  let [attempts, at] = [NO_ATTEMPTS, NOON];
  const minutes = [];
  for (let round = 0; round < 9; round++) {
    attempts = guessWrong(attempts, [`${round}a`, `${round}b`, `${round}c`], at);
    minutes.push(((attempts.lockedUntil ?? 0) - at) / MINUTE);
    at = attempts.lockedUntil ?? 0;
  }
  expect(minutes).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
  const quiet = (days: number) => guess(attempts, tryOf("z"), { at: at + days * DAY }).after.lockouts;
  expect([quiet(0), quiet(0.99), quiet(1), quiet(3.5), quiet(99)]).toEqual([9, 9, 8, 6, 0]);
});

test("a right PIN clears the tries, and takes back the lock that counting it brought", () => {
  const twice = guessWrong(NO_ATTEMPTS, ["a", "b"]);
  const { isLast, after } = guess(twice, tryOf("c"), { isRight: true });
  expect(isLast).toBe(true);
  expect(after).toMatchObject({ tries: 0, lockouts: 0 });
  expect(after.lockedUntil).toBeUndefined();
  expect(guess(after, tryOf("d")).outcome).toBe("reserved");
});

test("tries at the same moment: the fourth is refused while none is compared yet", () => {
  let attempts = NO_ATTEMPTS;
  const outcomes = ["a", "b", "c", "d", "e"].map((call) => {
    const next = reserveTry(attempts, tryOf(call), NOON);
    attempts = next.attempts;
    return next.reservation.outcome;
  });
  expect(outcomes).toEqual(["reserved", "reserved", "reserved", "locked", "locked"]);
});

test("a webhook delivered twice counts once, is compared once, and finds what the first one found", () => {
  const first = reserveTry(NO_ATTEMPTS, tryOf("a"), NOON);
  expect(reserveTry(first.attempts, tryOf("a"), NOON)).toEqual({
    attempts: first.attempts,
    reservation: { outcome: "open", isLast: false },
  });
  const settled = settleTry(first.attempts, tryOf("a"), false);
  expect(reserveTry(settled, tryOf("a"), NOON + 1).reservation.outcome).toBe("wrong");
  expect(settled.tries).toBe(1);
  const right = guess(settled, tryOf("b"), { isRight: true }).after;
  expect(reserveTry(right, tryOf("b"), NOON + 2).reservation.outcome).toBe("right");
});

test("no call has more than three tries, also when the owner was right elsewhere in between", () => {
  let attempts = NO_ATTEMPTS;
  for (const attempt of [1, 2, 3]) {
    attempts = guess(attempts, tryOf("a", attempt)).after;
    attempts = guess(attempts, tryOf(`owner${attempt}`), { isRight: true }).after;
  }
  expect(guess(attempts, tryOf("a", 4)).outcome).toBe("locked");
  expect(guess(NO_ATTEMPTS, tryOf("new", 4)).outcome).toBe("locked");
});

test("a flow that always says the first attempt gets no guess but the first", () => {
  const wrong = guess(NO_ATTEMPTS, tryOf("a", 1)).after;
  expect(guess(wrong, tryOf("a", 1)).outcome).toBe("wrong");
});

test("whoever guesses for a year, however patiently, has at most three guesses a lock, and 3 a day in the end", () => {
  const anyWait = fc.integer({ min: 0, max: 3 * DAY });
  fc.assert(
    fc.property(fc.array(anyWait, { minLength: 10, maxLength: 200 }), (waits) => {
      let [attempts, at] = [NO_ATTEMPTS, NOON];
      const compared: number[] = [];
      waits.forEach((wait, index) => {
        at += wait;
        const { outcome, after } = guess(attempts, tryOf(`${index}`), { at });
        if (outcome === "reserved") compared.push(at);
        attempts = after;
      });
      // Whatever four guesses follow each other, the fourth comes a quarter of an hour after the third at least.
      const gaps = compared.slice(3).map((late, index) => late - (compared[index] ?? 0));
      expect(gaps.every((gap) => gap >= 15 * MINUTE)).toBe(true);
      expect(attempts.seen.length).toBeLessThanOrEqual(12);
    }),
  );
});
