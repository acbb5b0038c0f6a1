import fc from "fast-check";
import { grantCall, NO_USAGE, secondsUsed, settleCall, type Usage } from "../../../../src/policy/home/usage";

const BUDGET = { call: 1200, day: 3600 };

describe("the minutes of a day", () => {
  test("are granted until they are used up, and given back when a call was shorter", () => {
    const first = grantCall(NO_USAGE, "a", BUDGET);
    const second = grantCall(first.usage, "b", BUDGET);
    const third = grantCall(second.usage, "c", BUDGET);
    expect([first, second, third].map(({ granted }) => granted)).toEqual([1200, 1200, 1200]);
    expect(grantCall(third.usage, "d", BUDGET)).toEqual({ usage: third.usage, granted: 0 });
    const settled = settleCall(third.usage, "b", 200);
    expect(grantCall(settled, "d", BUDGET).granted).toBe(1000);
  });
  test("a call whose end nobody hears of counts in full", () => {
    expect(secondsUsed(grantCall(NO_USAGE, "a", BUDGET).usage)).toBe(1200);
  });
  test("asking twice grants once, ending twice counts once", () => {
    const once = grantCall(NO_USAGE, "a", BUDGET);
    expect(grantCall(once.usage, "a", BUDGET)).toEqual(once);
    const settled = settleCall(once.usage, "a", 100);
    expect(settleCall(settled, "a", 900)).toBe(settled);
    expect(grantCall(settled, "a", BUDGET)).toEqual({ usage: settled, granted: 1200 });
  });
  test("an end without a beginning counts nothing", () => {
    expect(settleCall(NO_USAGE, "a", 500)).toBe(NO_USAGE);
  });
  test("of a great many short calls all are counted, and few kept apart", () => {
    const many = Array.from({ length: 200 }, (_, index) => `call ${index}`).reduce(
      (usage, call) => settleCall(grantCall(usage, call, BUDGET).usage, call, 10),
      NO_USAGE,
    );
    expect(secondsUsed(many)).toBe(2000);
    expect(Object.keys(many.calls).length).toBeLessThanOrEqual(60);
    expect(grantCall(many, "one more", BUDGET).granted).toBe(1200);
  });
  test("without a limit of the day every call gets its own", () => {
    expect(grantCall(NO_USAGE, "a", { call: 60, day: Number.POSITIVE_INFINITY }).granted).toBe(60);
  });
});

const steps = fc.array(
  fc.record({ call: fc.nat(90).map(String), does: fc.constantFrom("ask", "end"), seconds: fc.nat(400) }),
  { maxLength: 300 },
);

test("whatever comes, twice or not at all: granted and talked never exceed the day, and the item stays small", () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 400 }), (events, call) => {
      let usage: Usage = NO_USAGE;
      let talked = 0;
      const open = new Map<string, number>();
      for (const { call: sid, does, seconds } of events) {
        if (does === "ask" && !open.has(sid)) {
          const isNew = usage.calls[sid] === undefined;
          const grant = grantCall(usage, sid, { call, day: 3600 });
          usage = grant.usage;
          if (isNew && grant.granted > 0) open.set(sid, grant.granted);
        } else if (does === "end") {
          const took = Math.min(seconds, open.get(sid) ?? 0);
          usage = settleCall(usage, sid, took);
          talked += took;
          open.delete(sid);
        }
        const promised = [...open.values()].reduce((sum, granted) => sum + granted, talked);
        expect(secondsUsed(usage)).toBeGreaterThanOrEqual(promised);
        expect(secondsUsed(usage)).toBeLessThanOrEqual(3600);
      }
      // A Sync item holds 16 KiB: https://www.twilio.com/docs/sync/limits
      const kept = Object.keys(usage.calls).length;
      expect(kept * `"CA${"0".repeat(32)}":{"granted":1200,"seconds":1200},`.length).toBeLessThan(16_384);
    }),
  );
});
