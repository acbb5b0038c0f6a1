import { SimulatedClock } from "../../local-twilio/clock";

const START = Date.parse("2026-01-05T15:00:00Z");
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("SimulatedClock", () => {
  test("an hour passes in no time", async () => {
    const clock = new SimulatedClock(START);
    const started = performance.now();
    await clock.sleep(3_600_000);
    expect(clock.now()).toBe(START + 3_600_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("sleepers wake in the order of their instants, equal instants in the order of sleeping", async () => {
    const clock = new SimulatedClock(START);
    const woken: string[] = [];
    const sleep = (name: string, ms: number) =>
      clock.sleep(ms).then(() => woken.push(`${name} ${clock.now() - START}`));
    await Promise.all([sleep("b", 20), sleep("a", 10), sleep("c", 20), sleep("now", 0), sleep("past", -5)]);
    expect(woken).toEqual(["now 0", "past 0", "a 10", "b 20", "c 20"]);
  });

  test("a signal wakes a sleeper at once, and the time it would have slept does not pass", async () => {
    const clock = new SimulatedClock(START);
    const cut = new AbortController();
    const sleeping = clock.sleep(60_000, cut.signal).then(() => clock.now() - START);
    await clock.sleep(2000);
    cut.abort();
    expect(await sleeping).toBe(2000);
    await clock.sleep(1000);
    expect(clock.now() - START).toBe(3000);
    await clock.sleep(1000, cut.signal);
    expect(clock.now() - START).toBe(3000);
  });

  test("a sleeper that woke by itself no longer listens to its signal", async () => {
    const clock = new SimulatedClock(START);
    const cut = new AbortController();
    await clock.sleep(1000, cut.signal);
    const later = clock.sleep(500);
    cut.abort();
    await later;
    expect(clock.now() - START).toBe(1500);
  });

  test("no time passes while work is held, however long it takes", async () => {
    const clock = new SimulatedClock(START);
    let woken = false;
    const sleeping = clock.sleep(1).then(() => {
      woken = true;
    });
    await clock.hold(async () => {
      for (let turns = 0; turns < 20; turns += 1) await turn();
      expect(woken).toBe(false);
      expect(clock.now()).toBe(START);
    });
    await sleeping;
    expect(clock.now()).toBe(START + 1);
  });

  test("what is due now happens while work is held: calls at one instant run side by side", async () => {
    const clock = new SimulatedClock(START);
    const log: string[] = [];
    const call = (name: string) =>
      clock.sleep(10).then(() =>
        clock.hold(async () => {
          log.push(`${name} begins`);
          for (let passed = 0; passed < 5; passed += 1) await turn();
          log.push(`${name} ends`);
        }),
      );
    await Promise.all([call("one"), call("other")]);
    expect(log).toEqual(["one begins", "other begins", "one ends", "other ends"]);
  });

  test("time stands still until the last of several holds is over", async () => {
    const clock = new SimulatedClock(START);
    const log: string[] = [];
    const hold = (name: string, turns: number) =>
      clock.hold(async () => {
        for (let passed = 0; passed < turns; passed += 1) await turn();
        log.push(name);
      });
    await Promise.all([clock.sleep(1).then(() => log.push("woken")), hold("long", 9), hold("short", 2)]);
    expect(log).toEqual(["short", "long", "woken"]);
  });

  test("work that fails lets time go on, and its failure through", async () => {
    const clock = new SimulatedClock(START);
    await expect(clock.hold(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await clock.sleep(5);
    expect(clock.now()).toBe(START + 5);
  });

  test("what a sleeper does next is registered before time moves on", async () => {
    // Without it, a call that sleeps in steps would be overtaken by one that sleeps once.
    const clock = new SimulatedClock(START);
    const log: string[] = [];
    const steps = async () => {
      for (const step of [1, 2, 3]) {
        await clock.sleep(10);
        await clock.hold(turn);
        log.push(`step ${step} at ${clock.now() - START}`);
      }
    };
    await Promise.all([steps(), clock.sleep(25).then(() => log.push(`once at ${clock.now() - START}`))]);
    expect(log).toEqual(["step 1 at 10", "step 2 at 20", "once at 25", "step 3 at 30"]);
  });

  test("its Date reads the clock, but keeps every other use of Date", async () => {
    const clock = new SimulatedClock(START);
    await clock.sleep(1500);
    const { Date: Simulated } = clock;
    expect(Simulated.now()).toBe(START + 1500);
    expect(new Simulated().toISOString()).toBe("2026-01-05T15:00:01.500Z");
    expect(new Simulated(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
    expect(new Simulated() instanceof Date).toBe(true);
    expect(Simulated.UTC(2026, 0, 5, 15)).toBe(START);
    expect(Simulated()).toBe(new Date(START + 1500).toString());
  });

  test("it can follow real time besides", async () => {
    const clock = new SimulatedClock(START, true);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const passed = clock.now() - START;
    expect(passed).toBeGreaterThanOrEqual(25);
    await clock.sleep(60_000);
    expect(clock.now() - START).toBeGreaterThanOrEqual(60_000 + passed);
  });
});
