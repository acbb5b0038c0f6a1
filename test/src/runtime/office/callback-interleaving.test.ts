import fc from "fast-check";
import { answerCallback } from "../../../../src/runtime/office/callback-answer";
import { followCallback } from "../../../../src/runtime/office/callback-follow";
import { readCallbackAnswer } from "../../../../src/telephony/read-callback-answer";
import { readCallbackStatus } from "../../../../src/telephony/read-callback-status";
import { department } from "../../policy/office/samples";
import { number } from "../../policy/samples";
import { FakeSync } from "../../store/fake-sync";
import { CountingVoice, openCallbackOffice } from "./callback-office";

/** What becomes of a call to the department's telephone: who picks up, and what of it is told, how often and how late. */
const PICKS_UP = ["nobody", "a mailbox", "later", "drop", "now, reached", "now, missed"] as const;
const happening = fc.record({
  picksUp: fc.constantFrom(...PICKS_UP),
  /** How often each telling arrives: lost, once, twice. */
  phone: fc.nat(2),
  caller: fc.nat(2),
  dial: fc.nat(2),
  isKeyTwice: fc.boolean(),
  /** Whether all of it happens only once the next attempt is on its way. */
  isLate: fc.boolean(),
  /** Whether Twilio's answer to the request for the call is lost, though it rings. */
  isUnanswered: fc.boolean(),
});
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never;

/** Twilio: it rings whom it is told to ring, and tells of it as the scheduler wants. */
class World {
  readonly voice = new CountingVoice();
  readonly office;
  /** The calls to the caller, by the call to the department that they came from. */
  readonly dialled: string[] = [];
  readonly reached: string[] = [];
  readonly running: Promise<unknown>[] = [];
  readonly late: Promise<unknown>[] = [];
  #release: () => void = () => undefined;
  #nextRound: Promise<void> = Promise.resolve();

  constructor(
    readonly scheduler: fc.Scheduler,
    readonly happenings: readonly Happening[],
  ) {
    const sync = new FakeSync(async (request) => {
      await scheduler.schedule(Promise.resolve(), request);
      return undefined;
    });
    const departments = { finance: department({ hours: undefined, phones: [number("32"), number("33")] }) };
    this.office = openCallbackOffice({ departments }, sync, this.voice);
    const { wiring, voice } = this.office;
    const placeCall = voice.placeCall.bind(voice);
    voice.placeCall = async (call) => {
      await scheduler.schedule(Promise.resolve(), "POST Calls");
      const sid = await placeCall(call);
      const happens = happenings[voice.placed.length - 1];
      if (happens?.isLate) this.late.push(this.#nextRound.then(() => this.#live(sid, call.url, happens)));
      else if (happens !== undefined) this.running.push(this.#live(sid, call.url, happens));
      if (happens?.isUnanswered) throw new Error("socket hang up");
      return sid;
    };
    wiring.log = () => undefined;
  }

  async command(): Promise<void> {
    await this.office.place();
  }

  /** What is late happens now. */
  beginRound(): void {
    this.#release();
    this.running.push(...this.late.splice(0));
    this.#nextRound = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  async #live(sid: string, url: string, { picksUp, ...told }: Happening): Promise<void> {
    const link = new URL(url).searchParams.get("link") ?? "";
    const { wiring } = this.office;
    const asks = (Digits?: string) => this.#hear(sid, link, Digits);
    const tells = (count: number, more: Record<string, string>) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          await this.scheduler.schedule(Promise.resolve(), "told");
          await followCallback(wiring, readCallbackStatus({ link, ...more }));
        }),
      );
    const over = (CallStatus: string) => tells(told.phone, { of: "phone", CallStatus });
    if (picksUp === "nobody") return void (await over("no-answer"));
    const question = await asks();
    if (!question.includes("<Gather")) return void (await over("completed"));
    const key = { "a mailbox": undefined, later: "2", drop: "3" }[picksUp as string] ?? "1";
    if (picksUp === "a mailbox") return void (await over("completed"));
    const answers = await Promise.all(told.isKeyTwice ? [asks(key), asks(key)] : [asks(key)]);
    if (!answers.some((answer) => answer.includes("<Dial"))) return void (await over("completed"));
    this.dialled.push(sid);
    expect(this.office.stored()).toMatchObject({ state: "calling", callSid: sid });
    const isReached = picksUp === "now, reached";
    if (isReached) this.reached.push(sid);
    await Promise.all([
      isReached && tells(told.caller, { of: "caller", CallStatus: "in-progress" }),
      tells(told.dial, { of: "dial", DialCallStatus: isReached ? "completed" : "no-answer" }),
      over("completed"),
    ]);
  }

  async #hear(sid: string, link: string, Digits?: string): Promise<string> {
    await this.scheduler.schedule(Promise.resolve(), `asked ${Digits ?? ""}`);
    return answerCallback(this.office.wiring, readCallbackAnswer({ CallSid: sid, link, Digits }));
  }
}

const LONGEST_TALK_MS = 4.25 * 60 * 60_000;

/** Rounds of two commands at once, each until everything that is on its way has arrived. */
async function live(world: World, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const before = world.voice.placed.length;
    world.beginRound();
    await world.scheduler.waitFor(Promise.all([world.command(), world.command()]));
    expect(world.voice.placed.length - before).toBeLessThanOrEqual(1);
    await world.scheduler.waitFor(Promise.all(world.running));
    world.office.later(LONGEST_TALK_MS);
  }
  world.beginRound();
  await world.scheduler.waitFor(Promise.all(world.running));
}

test("two commands at once, and whatever is told, twice, late or never: one call at a time, and nothing is lost", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(happening, { minLength: 5, maxLength: 5 }),
      async (scheduler, happenings) => {
        const world = new World(scheduler, happenings);
        world.office.waits();
        // An attempt that is late keeps its call-back from one round more.
        await live(world, 12);
        const { state, tries } = world.office.stored() ?? {};
        expect(new Set(world.dialled).size).toBe(world.dialled.length);
        expect(world.voice.placed.length).toBeLessThanOrEqual(5);
        const wasDropped = state === "dropped";
        // Nothing told of it is no sign that it was: then the department is asked again.
        const isKnown = happenings.some(
          ({ picksUp, caller, dial }) => picksUp === "now, reached" && caller + dial > 0,
        );
        if (state === "done") expect(world.reached).not.toEqual([]);
        if (!isKnown && !wasDropped) expect({ state, tries }).toEqual({ state: "failed", tries: 5 });
        if (state === "failed") expect(tries).toBe(5);
        expect(["done", "dropped", "failed"]).toContain(state);
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test("commands that come while a telephone rings, or two talk, ring nobody else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat(5), happening, async (scheduler, commands, happens) => {
      const world = new World(scheduler, [{ ...happens, isLate: false, isUnanswered: false }]);
      world.office.waits();
      const all = Array.from({ length: commands + 1 }, () => world.command());
      await scheduler.waitFor(Promise.all(all));
      await scheduler.waitFor(Promise.all(world.running));
      expect(world.voice.placed).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
}, 60_000);
