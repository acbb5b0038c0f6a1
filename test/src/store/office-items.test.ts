import { takeTurn } from "../../../src/policy/office/turns";
import { forwardNumber } from "../../../src/store/forward-number";
import {
  changeTurns,
  readOfficeNote,
  readOfficeState,
  writeOfficeNote,
} from "../../../src/store/office-items";
import type { OfficeNote } from "../../../src/store/parse-office-note";
import { callSid, LINE, number, STRANGER } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const A = callSid("a");
const LOCALE = { country: "US", timezone: "America/New_York" };
let sync: FakeSync;
beforeEach(() => {
  sync = new FakeSync();
});
/** Fifty times as fast as in a call. */
const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms / 50));
const store = () => ({ sync, random: () => 0, sleep });

describe("the switch", () => {
  test("that was never touched is on auto", async () => {
    expect(await readOfficeState(sync, LOCALE.timezone)).toEqual({ mode: "auto", departments: {} });
  });
  test("is read as the owner wrote it", async () => {
    sync.put("office", "state", { mode: "NIGHT", note: "painters" });
    expect(await readOfficeState(sync, LOCALE.timezone)).toEqual({ mode: "night", departments: {} });
  });
});

describe("a decision about a call", () => {
  const note: OfficeNote = { step: 2, decision: "take", by: number("31"), at: "2026-01-05T15:00:00.000Z" };
  const noted = () => readOfficeNote(sync, A);
  test("is kept for a day", async () => {
    expect(await noted()).toBeUndefined();
    await writeOfficeNote(store(), A, note);
    expect(await noted()).toEqual(note);
    expect(sync.ttls.get(`office/call-${A}`)).toBe(24 * 60 * 60);
  });
  test.each<[string, Partial<OfficeNote>, "stays" | "changes"]>([
    ["the same again", { at: "2026-01-05T15:00:09.000Z" }, "stays"],
    ["another of the same step", { decision: "block" }, "stays"],
    ["one of an earlier step, late", { step: 1, decision: "voicemail" }, "stays"],
    ["one of a later step", { step: 3, decision: "voicemail" }, "changes"],
  ])("%s", async (_name, change, then) => {
    await writeOfficeNote(store(), A, note);
    await writeOfficeNote(store(), A, { ...note, ...change });
    expect(await noted()).toEqual(then === "stays" ? note : { ...note, ...change });
  });
  test.each([{ decision: "sing" }, { step: "2" }, { at: "soon" }, { at: 5 }])(
    "a hand edit %p is none",
    async (edit) => {
      sync.put("office", `call-${A}`, { ...note, ...edit });
      expect(await noted()).toBeUndefined();
    },
  );
});

describe("turns", () => {
  const begin = async (call: string) => {
    let mine: number | undefined;
    await changeTurns(store(), "finance", (turns) => {
      const turn = takeTurn(turns, call, 3);
      mine = turn.mine;
      return turn.after;
    });
    return mine;
  };
  test("two calls at once do not take the same", async () => {
    expect((await Promise.all(["a", "b", "c"].map(begin))).sort()).toEqual([0, 1, 2]);
  });
  test("a webhook that comes twice writes once", async () => {
    await begin("a");
    const requests = sync.requests.length;
    expect(await begin("a")).toBe(0);
    expect(sync.requests.slice(requests)).toEqual(["GET office"]);
  });
  test.each([{ next: "x" }, { next: -1 }, { next: 1.5, begun: "x" }, { begun: [1] }, { begun: { a: "x" } }])(
    "a hand edit %p begins anew",
    async (edit) => {
      sync.put("office", "turn-finance", edit);
      expect(await begin("a")).toBe(0);
    },
  );
});

describe("letting a number through", () => {
  const to = number("31");
  const through = () => forwardNumber(store(), { number: STRANGER, to, note: "why", locale: LOCALE });
  test.each<[string, Record<string, unknown> | undefined, Record<string, unknown>]>([
    ["nothing was there", undefined, { to, note: "why" }],
    ["the same already", { to, note: "mine" }, { to, note: "mine" }],
    ["another telephone", { to: number("32"), mine: 1 }, { to, note: "why", mine: 1 }],
    ["for a time", { to, until: "2027-01-01" }, { to, note: "why" }],
    ["for some lines", { to, lines: [LINE] }, { to, note: "why" }],
    ["a hand edit that makes no sense", { to: "my desk" }, { to, note: "why" }],
  ])("%s", async (_name, before, after) => {
    if (before !== undefined) sync.put("forwardlist", STRANGER, before);
    expect(await through()).toBe(true);
    expect(sync.data("forwardlist", STRANGER)).toEqual(after);
  });
  test("Sync overrun: nothing is certain", async () => {
    sync = new FakeSync((request) => (request.startsWith("P") ? "throttled" : undefined));
    expect(await through()).toBe(false);
  });
});
