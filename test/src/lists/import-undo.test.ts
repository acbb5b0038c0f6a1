/** Nothing is ever half imported: what goes wrong between the first write and the last is taken back. */
import { createMapItem, fetchMapItem } from "../../../src/account/sync-items";
import { type Desk, openDesk } from "./lists-desk";

const [A, B, C, D, E] = [
  "+12125550101",
  "+12125550102",
  "+12125550103",
  "+12125550104",
  "+12125550105",
] as const;

jest.setTimeout(60_000);

let desk: Desk;
let before: Record<string, unknown>;
beforeEach(async () => {
  desk = await openDesk();
  desk.put("blocklist", A, { note: "a" });
  desk.put("blocklist", B, { note: "b" });
  // As an owner may have made it by REST; it expires in a day.
  const place = { serviceSid: desk.serviceSid, map: "blocklist" };
  await createMapItem(desk.account, place, { key: E, data: { note: "e" }, ttlSeconds: 86_400 });
  before = desk.list("blocklist");
  // In this order: C and D are made, A and B changed, E removed.
  desk.write("block.csv", `number,note\n${C},new\n${D},new\n${A},changed\n${B},changed\n`);
});
afterEach(async () => {
  await desk.close();
  expect(desk.local.journal.complaints).toEqual([]);
});

const importAll = () => desk.json("import", "blocklist", "block.csv", "--yes", "--replace");
const AFTER = {
  [A]: { note: "changed" },
  [B]: { note: "changed" },
  [C]: { note: "new" },
  [D]: { note: "new" },
};
/** A request is made four times before it counts as failed. */
const FAILS = 4;
const faults = (
  on: string,
  kind: "reset" | "lost" | 500 | 429,
  more: { after?: number; times?: number } = {},
) =>
  desk.local.faults.add({
    ...{ on, times: FAILS, ...more },
    fault: typeof kind === "number" ? { kind: "status", status: kind } : { kind },
  });

test("without faults everything is written", async () => {
  expect(await importAll()).toMatchObject({ code: 0, outcome: "written" });
  expect(desk.list("blocklist")).toEqual(AFTER);
});

test.each([0, 1, 2, 3])("when Twilio fails at write %i, all that was written is put back", async (after) => {
  faults("sync:POST blocklist", 500, { after });
  const ended = await importAll();
  expect(ended).toMatchObject({
    code: 1,
    outcome: "undone",
    because: expect.stringContaining("Twilio answered 500"),
  });
  expect(desk.list("blocklist")).toEqual(before);
});

test("also when the last write, a removal, fails", async () => {
  faults("sync:DELETE blocklist", 500);
  expect(await importAll()).toMatchObject({ code: 1, outcome: "undone" });
  expect(desk.list("blocklist")).toEqual(before);
});

test("also when a write took effect, but no answer ever came", async () => {
  faults("sync:POST blocklist", "lost", { after: 2 });
  const { outcome, because } = await importAll();
  expect([outcome, because]).toEqual(["undone", expect.stringContaining("no answer from Twilio")]);
  expect(desk.list("blocklist")).toEqual(before);
});

test.each([
  ["is made again after a 500", 500],
  ["is made again after a 429", 429],
  ["is made again after no answer", "reset"],
  ["that took effect without an answer counts", "lost"],
] as const)("a write that %s", async (_name, kind) => {
  for (const on of ["sync:POST blocklist", "sync:DELETE blocklist"]) faults(on, kind, { times: 1 });
  faults("sync:POST blocklist", kind, { after: 3, times: 1 });
  expect(await importAll()).toMatchObject({ code: 0, outcome: "written" });
  expect(desk.list("blocklist")).toEqual(AFTER);
});

test.each([
  ["changes an entry", () => void desk.put("blocklist", B, { note: "theirs" }), { [B]: { note: "theirs" } }],
  ["makes an entry", () => void desk.put("blocklist", D, { note: "theirs" }), { [D]: { note: "theirs" } }],
])(
  "when somebody else %s after the preview, theirs stays and ours is put back",
  async (_name, edit, theirs) => {
    desk.answer = () => {
      edit();
      return true;
    };
    const { code, out } = await desk.run("import", "blocklist", "block.csv");
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(`Nothing is changed: somebody else has just written ${Object.keys(theirs)[0]}`),
    ]);
    expect(desk.list("blocklist")).toEqual({ ...before, ...theirs });
  },
);

test("an entry that is put back expires when it would have", async () => {
  desk.put("blocklist", "+12125550109", { note: "last" });
  faults("sync:DELETE blocklist", 500, { after: 1 });
  const place = { serviceSid: desk.serviceSid, map: "blocklist" };
  const expires = async () => (await fetchMapItem(desk.account, place, E))?.expires;
  const was = await expires();
  expect(await importAll()).toMatchObject({ outcome: "undone" });
  expect([await expires(), was]).toEqual(["2026-01-06T15:00:00Z", "2026-01-06T15:00:00Z"]);
});

test("what somebody else changes before it is put back is left alone, and said", async () => {
  faults("sync:POST blocklist", 500, { after: 2 });
  desk.onSleep = () => void desk.put("blocklist", C, { note: "theirs" });
  const { outcome, left } = await importAll();
  expect([outcome, left]).toEqual([
    "stuck",
    [{ key: C, state: expect.stringContaining("somebody else has changed it") }],
  ]);
  expect(desk.list("blocklist")).toEqual({ ...before, [C]: { note: "theirs" } });
});

test("when putting back fails as well, each entry is named with its state, and a second run finishes the job", async () => {
  faults("sync:POST blocklist", 500, { after: 3 });
  faults("sync:DELETE blocklist", 500, { times: Number.POSITIVE_INFINITY });
  const { code, out } = await desk.run("import", "blocklist", "block.csv", "--yes");
  expect(code).toBe(1);
  expect(out).toContain("Half done: Cannot change +12125550102");
  expect(out).toMatch(/\n {2}\+12125550103: new, .*500.*\n {2}\+12125550104: new, .*500.*\nRun it again/);
  expect(desk.list("blocklist")).toEqual({ ...before, [C]: { note: "new" }, [D]: { note: "new" } });
  desk.local.faults.clear();
  expect((await desk.run("import", "blocklist", "block.csv", "--yes", "--replace")).code).toBe(0);
  expect(desk.list("blocklist")).toEqual(AFTER);
});

test("when Twilio is gone for good, nobody waits for each of a thousand entries to fail", async () => {
  const numbers = Array.from({ length: 90 }, (_, index) => `+1213555${String(100 + index).padStart(4, "0")}`);
  desk.write("long.csv", `number\n${numbers.join("\n")}\n`);
  faults("sync:* blocklist", 500, { after: 61, times: Number.POSITIVE_INFINITY });
  const { left } = await desk.json("import", "blocklist", "long.csv", "--yes");
  expect(left).toHaveLength(61);
  expect(desk.local.journal.sync.length).toBeLessThan(90);
});

test("Ctrl-C between two writes puts back what was written", async () => {
  desk.onSleep = () => {
    if (desk.list("blocklist")[D]) desk.stop.abort();
  };
  expect(await importAll()).toMatchObject({ code: 1, outcome: "undone", because: "it was stopped" });
  expect(desk.list("blocklist")).toEqual(before);
});

describe("patterns, which are one document,", () => {
  const importPatterns = () => desk.json("import", "patterns", "patterns.csv", "--yes");
  beforeEach(() => {
    desk.put("patterns", "+1900*", { list: "blocklist" });
    desk.write("patterns.csv", "pattern,list\n+1976*,blocklist\n");
  });
  const BOTH = { "+1900*": { list: "blocklist" }, "+1976*": { list: "blocklist" } };

  test.each([["lost"], ["reset"], [500]] as const)(
    "are written once when a request ends in %s",
    async (kind) => {
      faults("sync:POST patterns", kind, { times: 1 });
      expect(await importPatterns()).toMatchObject({ code: 0, outcome: "written" });
      expect(desk.list("patterns")).toEqual(BOTH);
    },
  );

  test("are as they were when Twilio fails", async () => {
    faults("sync:POST patterns", 500);
    expect(await importPatterns()).toMatchObject({ code: 1, outcome: "undone" });
    expect(desk.list("patterns")).toEqual({ "+1900*": { list: "blocklist" } });
  });

  test("count as written when only the answers got lost", async () => {
    faults("sync:POST patterns", "lost");
    expect(await importPatterns()).toMatchObject({ code: 0, outcome: "written" });
    expect(desk.list("patterns")).toEqual(BOTH);
  });

  test("may be either when nothing can be read any more", async () => {
    faults("sync:* patterns", 500, { after: 1, times: Number.POSITIVE_INFINITY });
    expect(await importPatterns()).toMatchObject({ code: 1, outcome: "stuck", left: [{ key: "patterns" }] });
  });

  test("are not written over what somebody else has just written", async () => {
    desk.answer = () => {
      desk.put("patterns", "+1809*", { list: "blocklist" });
      return true;
    };
    const { code, out } = await desk.run("import", "patterns", "patterns.csv");
    expect([code, out]).toEqual([1, expect.stringContaining("somebody else has just written patterns")]);
    expect(Object.keys(desk.list("patterns"))).toEqual(["+1900*", "+1809*"]);
  });
});
