/** Restored is what was: a backup of what was restored equals the backup. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { updateSyncDocument } from "../../../src/account/sync-documents";
import { createMapItem, removeMapItem } from "../../../src/account/sync-items";
import { removeSyncMap, setSyncMapLife } from "../../../src/account/sync-maps";
import { backupSync } from "../../../src/lists/backup-sync";
import { SYNC_MAPS } from "../../../src/store/maps";
import { type Desk, openDesk } from "./lists-desk";

jest.setTimeout(60_000);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  await desk.close();
  expect(desk.local.journal.complaints).toEqual([]);
});

const A = "+12125550101";
const DAY = 86_400;
const callSid = (index: number) => `CA${index.toString(16).padStart(32, "0")}`;
const put = (map: string, key: string, { data = {}, ttlSeconds = 0, service = desk.serviceSid }) =>
  createMapItem(desk.account, { serviceSid: service, map }, { key, data, ttlSeconds });

async function furnish(calls: number): Promise<void> {
  for (let index = 0; index < calls; index++)
    desk.put("calls", callSid(index), {
      at: "2026-01-05T10:00:00Z",
      from: A,
      trace: ["one", "two"],
      reason: `ä "${index}"`,
    });
  desk.put("blocklist", A, { note: "cold calls", deep: { a: [1, null, "x"], b: {} } });
  desk.put("blocklist", "(212) 555-0102", { note: "mistyped" });
  desk.put("patterns", "+1900*", { list: "blocklist" });
  await put("graylist", A, { data: { unanswered: 2 }, ttlSeconds: 30 * DAY });
  await put("reputation", A, { data: { score: 7 }, ttlSeconds: DAY });
  desk.local.sync.createMap(desk.serviceSid, "mine");
  desk.put("mine", "x", { own: true });
  desk.local.sync.setDocument(desk.serviceSid, "notes", { own: true });
}

/** How many requests of a kind there have been: more than needed would be ones that Sync refused. */
const requests = (wanted: string) => desk.local.journal.sync.filter(({ target }) => target === wanted).length;

type Dated = { readonly expires?: string };
/** What is in a backup but for when and where it was made; expiries apart. */
async function contents(service = desk.serviceSid) {
  const { content } = await backupSync(desk.account, service, { now: () => desk.local.clock.now() });
  const { maps, documents } = JSON.parse(content);
  const expiries: string[] = [];
  const plain = JSON.parse(JSON.stringify({ maps, documents }), (_key, value: Dated) => {
    if (typeof value?.expires !== "string") return value;
    expiries.push(value.expires);
    return { ...value, expires: "some time" };
  });
  return { plain, expiries };
}

/** Sync counts in seconds, and what is written later gets what time was left then. */
function expectSameEnds(actual: readonly string[], expected: readonly string[]): void {
  const apart = actual.map((end, index) => Math.abs(Date.parse(end) - Date.parse(expected[index] ?? "")));
  expect(apart.every((ms) => ms <= 1000)).toBe(true);
}

test("backup writes one file, with a count of each map, that only the owner may read", async () => {
  await furnish(3);
  const { code, out } = await desk.run("backup");
  expect([code, out]).toEqual([
    0,
    "gatehouse-backup-2026-01-05.json: allowlist 0, blocklist 2, callbacks 0, calls 3, console 0, forwardlist 0, graylist 1, home 0, lineforwards 0, mine 1, office 0, outbox 0, reputation 1, rooms 0, vanity 0, voicemails 0, notes, patterns",
  ]);
  expect(statSync(join(desk.folder, "gatehouse-backup-2026-01-05.json")).mode & 0o777).toBe(0o600);
  expect((await desk.json("backup")).file).toBe("gatehouse-backup-2026-01-05-2.json");
  expect(await desk.run("backup", "gatehouse-backup-2026-01-05.json")).toMatchObject({
    code: 2,
    err: expect.stringContaining("exists already"),
  });
  const { maps, documents, leftOut, service } = await desk.json("backup", "named.json");
  expect({ maps, documents, leftOut, service }).toMatchObject({
    ...{ maps: { calls: 3, blocklist: 2 }, documents: ["notes", "patterns"], leftOut: [] },
    service: { sid: desk.serviceSid, friendlyName: "gatehouse" },
  });
});

test("what has no name is said to be left out", async () => {
  const { sid } = await desk.account.client.sync.v1.services(desk.serviceSid).syncMaps.create();
  expect((await desk.run("backup")).err).toBe(`Not in the backup, for they have no name: ${sid}`);
});

test("restoring 1,500 calls and all lists after a wreck makes Sync equal to what it was", async () => {
  await furnish(1500);
  const before = await contents();
  expect((await desk.run("backup", "b.json")).err).toContain("calls: 1000 items read");
  // A wreck: everything that can happen to an entry, a map and a document.
  const calls = { serviceSid: desk.serviceSid, map: "calls" };
  await removeSyncMap(desk.account, desk.serviceSid, "calls");
  desk.local.sync.createMap(desk.serviceSid, "calls");
  await put("calls", callSid(9999), {});
  await removeMapItem(desk.account, { ...calls, map: "blocklist" }, { key: A });
  await removeMapItem(desk.account, { ...calls, map: "graylist" }, { key: A });
  await removeSyncMap(desk.account, desk.serviceSid, "mine");
  desk.put("reputation", A, { score: 0 });
  desk.put("blocklist", "+12125550109", {});
  desk.local.sync.setDocument(desk.serviceSid, "patterns", {});
  desk.local.sync.setDocument(desk.serviceSid, "other", {});
  desk.local.sync.createMap(desk.serviceSid, "other");

  const preview = await desk.run("restore", "b.json");
  expect(preview.out).toMatch(
    /\n1504 to create, 2 to change, 4 to remove, 2 the same\nNothing is written; --yes writes it$/,
  );
  const started = desk.local.clock.now();
  const { code, out, err } = await desk.run("restore", "b.json", "--yes");
  expect([code, out.split("\n").at(-1)]).toEqual([0, "Restored"]);
  expect(err).toContain("1500 of 1510 restored");
  expect(requests("POST calls")).toBe(1500 + 1);
  const seconds = (desk.local.clock.now() - started) / 1000;
  expect(seconds).toBeGreaterThanOrEqual(1499 / 20); // https://www.twilio.com/docs/sync/limits: 20 writes a second and a map
  expect(seconds).toBeLessThan(1600 / 20);
  const after = await contents();
  expect(after.plain).toEqual(before.plain);
  expectSameEnds(after.expiries, before.expiries);
  expect((await desk.run("restore", "b.json", "--yes")).out).toContain("Nothing to do");
});

/** 16 KiB an item, and 2 writes a second from 10 KiB: https://www.twilio.com/docs/sync/limits */
test("the largest items there can be are restored, no faster than Sync takes them", async () => {
  const text = "x".repeat(16 * 1024 - JSON.stringify({ transcript: "" }).length);
  for (let index = 0; index < 30; index++)
    desk.put("voicemails", callSid(index).replace("CA", "RE"), { transcript: text });
  const before = await contents();
  await desk.run("backup", "b.json");
  await removeSyncMap(desk.account, desk.serviceSid, "voicemails");
  const started = desk.local.clock.now();
  expect((await desk.run("restore", "b.json", "--yes")).out).toMatch(/\nRestored$/);
  expect([requests("POST voicemails"), (desk.local.clock.now() - started) / 1000]).toEqual([30, 29 / 2]);
  expect(await contents()).toEqual(before);
});

test("a fresh, empty Service gets the maps, too", async () => {
  await furnish(120);
  const before = await contents();
  await desk.run("backup", "b.json");
  const fresh = desk.local.sync.createService("another");
  await desk.local.clock.sleep(3600_000);
  const { code, out } = await desk.run("restore", "b.json", "--service", fresh, "--yes");
  expect([code, out]).toEqual([0, expect.stringContaining(`to another (${fresh})`)]);
  const after = await contents(fresh);
  expect(after.plain).toEqual(before.plain);
  expectSameEnds(after.expiries, before.expiries);
});

test("maps and documents that are to expire do so at the same time", async () => {
  await setSyncMapLife(desk.account, desk.serviceSid, { map: "vanity", ttlSeconds: 10 * DAY });
  await updateSyncDocument(desk.account, desk.serviceSid, {
    document: "patterns",
    data: {},
    ttlSeconds: 10 * DAY,
  });
  const before = await contents();
  await desk.run("backup", "b.json");
  await setSyncMapLife(desk.account, desk.serviceSid, { map: "vanity", ttlSeconds: 0 });
  const fresh = desk.local.sync.createService("another");
  for (const service of [desk.serviceSid, fresh]) {
    expect((await desk.run("restore", "b.json", "--service", service, "--yes")).code).toBe(0);
    const after = await contents(service);
    expect(after.plain).toEqual(before.plain);
    expectSameEnds(after.expiries, before.expiries);
  }
});

test("what has expired since the backup is left out, and said; what is in its place goes", async () => {
  await furnish(0);
  await desk.run("backup", "b.json");
  await desk.local.clock.sleep(2 * DAY * 1000);
  await put("reputation", A, { data: { score: 9 } });
  const { out } = await desk.run("restore", "b.json", "--yes");
  expect(out).toContain("1 have expired since the backup, and are left out");
  expect(desk.list("reputation")).toEqual({});
  expect(desk.list("graylist")).toEqual({ [A]: { unanswered: 2 } });
  expect((await desk.json("restore", "b.json")).expired).toEqual([`reputation ${A}`]);
});

test("maps that Gatehouse cannot be without are emptied, not removed", async () => {
  const empty = desk.local.sync.createService("empty");
  await desk.run("backup", "b.json", "--service", empty);
  await furnish(2);
  expect((await desk.run("restore", "b.json", "--yes")).code).toBe(0);
  const { maps, documents } = desk.local.sync.dump(desk.serviceSid);
  expect(maps).toEqual(Object.fromEntries(SYNC_MAPS.map((name) => [name, {}])));
  expect(documents).toEqual({ patterns: {} });
});

/** console/README.md, "What holds": a session that has ended opens nothing any more, whoever has a copy of its token. */
test("who has signed out of the web console stays signed out", async () => {
  await desk.run("backup", "before.json");
  desk.put("console", "sessions", { epochs: {}, ended: {} });
  await desk.run("backup", "signed-in.json");
  const sessions = { epochs: { ann: 1 }, ended: {} };
  desk.put("console", "sessions", sessions);
  for (const file of ["before.json", "signed-in.json"])
    expect((await desk.run("restore", file, "--yes")).out).toContain("Nothing to do");
  expect(desk.list("console")).toEqual({ sessions });
});

test("--json tells everything, and asks nobody", async () => {
  await furnish(1);
  await desk.run("backup", "b.json");
  await removeMapItem(desk.account, { serviceSid: desk.serviceSid, map: "blocklist" }, { key: A });
  desk.put("blocklist", "+12125550109", {});
  desk.answer = () => true;
  const expected = {
    ...{ code: 0, file: "b.json", at: expect.any(String), same: 7, expired: [], unreachable: [], left: 0 },
    ...{ from: { sid: desk.serviceSid }, service: { sid: desk.serviceSid } },
    ...{ created: [`blocklist ${A}`], changed: [], removed: ["blocklist +12125550109"] },
  };
  expect(await desk.json("restore", "b.json")).toMatchObject({ ...expected, outcome: "preview" });
  expect(await desk.json("restore", "b.json", "--yes")).toMatchObject({ ...expected, outcome: "written" });
  expect(await desk.json("restore", "b.json", "--yes")).toMatchObject({ code: 0, outcome: "unchanged" });
});

describe("what goes wrong", () => {
  beforeEach(async () => {
    await furnish(30);
    await desk.run("backup", "b.json");
    for (const name of ["calls", "blocklist"]) {
      await removeSyncMap(desk.account, desk.serviceSid, name);
      if (name === "calls") desk.local.sync.createMap(desk.serviceSid, name);
    }
    desk.put("forwardlist", A, {});
  });

  test.each([0, 5, 20, 31, 32, 33])(
    "a restore that Twilio breaks off at write %i is simply run again",
    async (after) => {
      const before = desk.local.journal.sync.length;
      desk.local.faults.add({ on: "sync:POST *", fault: { kind: "status", status: 503 }, after });
      desk.local.faults.add({ on: "sync:DELETE *", fault: { kind: "status", status: 503 } });
      const broken = await desk.run("restore", "b.json", "--yes");
      expect(broken).toMatchObject({ code: 2, err: expect.stringContaining("Twilio answered 503") });
      // Nothing goes on behind the owner's back.
      const requests = desk.local.journal.sync.length;
      await new Promise(setImmediate);
      expect([requests > before, desk.local.journal.sync.length]).toEqual([true, requests]);
      desk.local.faults.clear();
      expect((await desk.run("restore", "b.json", "--yes")).out).toMatch(/\nRestored$/);
      expect(Object.keys(desk.list("calls"))).toHaveLength(30);
      expect(desk.list("forwardlist")).toEqual({});
    },
  );

  test.each(["lost", "reset"] as const)("single requests that end in %s are made again", async (kind) => {
    for (const on of [
      "sync:POST Maps",
      "sync:POST calls",
      "sync:POST blocklist",
      "sync:DELETE *",
      "sync:GET calls",
    ])
      desk.local.faults.add({ on, fault: { kind }, times: 1 });
    expect((await desk.run("restore", "b.json", "--yes")).out).toMatch(/\nRestored$/);
  });

  test("Ctrl-C stops it; the next run goes on", async () => {
    desk.onSleep = () => {
      if (Object.keys(desk.list("calls")).length > 10) desk.stop.abort();
    };
    expect(await desk.run("restore", "b.json", "--yes")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Stopped. Run it again"),
    });
    expect(Object.keys(desk.list("calls")).length).toBeLessThan(20);
  });

  test("what somebody writes meanwhile is told at the end", async () => {
    desk.onSleep = () => void desk.put("outbox", "x", {});
    const { code, out } = await desk.run("restore", "b.json", "--yes");
    expect([code, out]).toEqual([1, expect.stringContaining("Written, but 1 are not as in the backup")]);
  });

  test("what somebody makes or removes after the preview ends up as in the backup all the same", async () => {
    desk.put("outbox", "x", { tries: 1 });
    await desk.run("backup", "c.json");
    desk.put("outbox", "x", { tries: 2 });
    await removeMapItem(desk.account, { serviceSid: desk.serviceSid, map: "reputation" }, { key: A });
    const { items } = desk.local.sync.services.get(desk.serviceSid)?.maps.find("outbox", 0) ?? {};
    desk.answer = () => {
      desk.put("reputation", A, { score: 0 });
      items?.remove("x");
      return true;
    };
    expect((await desk.run("restore", "c.json")).out).toMatch(/\nRestored$/);
    expect([desk.list("outbox"), desk.list("reputation")]).toEqual([
      { x: { tries: 1 } },
      { [A]: { score: 7 } },
    ]);
  });

  test("a key that no request can name is left, and said", async () => {
    desk.put("forwardlist", "a/b", {});
    const { code, out } = await desk.run("restore", "b.json", "--yes");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("Left as it is, for no request can name it: forwardlist a/b"),
    ]);
  });
});

describe("a file is refused", () => {
  const spoil = async (change: (text: string) => string) => {
    desk.put("blocklist", A, { note: "cold calls" });
    await desk.run("backup", "b.json");
    const file = join(desk.folder, "b.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    return desk.run("restore", "b.json", "--yes");
  };
  test.each<[string, (text: string) => string, string]>([
    [
      "that was cut off",
      (text) => text.slice(0, -20),
      "Cannot restore b.json: it is no JSON, perhaps cut off",
    ],
    ["that was changed", (text) => text.replace("cold", "warm"), "something in it was changed or lost since"],
    [
      "that lost its checksum",
      (text) => text.replace(/,\s*"checksum".*/, ""),
      "something in it was changed or lost since",
    ],
    [
      "of a later Gatehouse",
      (text) => text.replace('"gatehouseBackup": 1', '"gatehouseBackup": 2'),
      "it has the format 2, and this Gatehouse reads 1",
    ],
    ["that is none of ours", () => '{ "maps": [] }', "it is no backup of Gatehouse"],
    ["that is a list", () => "[]", "it is no backup of Gatehouse"],
  ])("%s", async (_name, change, reason) => {
    const before = { blocklist: { [A]: { note: "cold calls" } } };
    expect(await spoil(change)).toEqual({ code: 2, out: "", err: expect.stringContaining(reason) });
    expect(desk.list("blocklist")).toEqual(before.blocklist);
  });

  test("but not for being laid out anew", async () => {
    const { code, out } = await spoil((text) => JSON.stringify(JSON.parse(text)));
    expect([code, out]).toEqual([0, expect.stringContaining("Nothing to do")]);
  });

  test("when its Service is not there", async () => {
    await desk.run("backup", "b.json");
    const nowhere = `IS${"0".repeat(32)}`;
    for (const args of [["restore", "b.json"], ["backup"]])
      expect(await desk.run(...args, "--service", nowhere)).toMatchObject({
        code: 2,
        err: `Cannot find the Sync Service ${nowhere} in this account`,
      });
  });
});
