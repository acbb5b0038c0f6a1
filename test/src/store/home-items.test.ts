import {
  changeHomeItem,
  forgetLast,
  noteLastCaller,
  noteLastRefused,
  readHomeItem,
  readLastCaller,
  readLastRefused,
} from "../../../src/store/home-items";
import { FRIEND, LINE, STRANGER } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const at = "2026-01-05T17:00:00.000Z";
const storeOf = (sync: FakeSync) => ({ sync, random: () => 0 });

test("the last caller and the last refused one are kept apart", async () => {
  const sync = new FakeSync();
  expect(await readLastCaller(sync)).toBeUndefined();
  await noteLastCaller(storeOf(sync), { number: FRIEND, at, line: LINE });
  await noteLastRefused(storeOf(sync), { number: STRANGER, at, line: LINE });
  expect(await readLastCaller(sync)).toEqual({ number: FRIEND, at, line: LINE });
  expect(await readLastRefused(sync)).toEqual({ number: STRANGER, at, line: LINE });
  expect(sync.keys("home").sort()).toEqual(["last-caller", "last-refused"]);
});

test("only the number that was seen to is forgotten", async () => {
  const sync = new FakeSync();
  await noteLastRefused(storeOf(sync), { number: STRANGER, at, line: LINE });
  await forgetLast(sync, "refused", FRIEND);
  await forgetLast(sync, "caller", STRANGER);
  expect(await readLastRefused(sync)).toMatchObject({ number: STRANGER });
  await forgetLast(sync, "refused", STRANGER);
  expect(await readLastRefused(sync)).toBeUndefined();
});

test("of two callers the later stays, whoever is written last", async () => {
  const sync = new FakeSync();
  await noteLastCaller(storeOf(sync), { number: FRIEND, at, line: LINE });
  await noteLastCaller(storeOf(sync), { number: STRANGER, at: "2026-01-05T16:59:00.000Z", line: LINE });
  expect(await readLastCaller(sync)).toMatchObject({ number: FRIEND });
});

test("a hand edit that is no caller is none, and is overwritten", async () => {
  const sync = new FakeSync();
  sync.put("home", "last-caller", { number: 5 });
  expect(await readLastCaller(sync)).toBeUndefined();
  await noteLastCaller(storeOf(sync), { number: FRIEND, at, line: LINE });
  expect(await readLastCaller(sync)).toMatchObject({ number: FRIEND });
});

test("an item lives for ever, or as long as is said", async () => {
  const sync = new FakeSync();
  await changeHomeItem(storeOf(sync), { key: "state" }, () => ({ pausedUntil: at }));
  await changeHomeItem(storeOf(sync), { key: "usage-2026-01-05", ttlSeconds: 259_200 }, () => ({
    calls: {},
  }));
  expect(sync.ttls).toEqual(
    new Map([
      ["home/state", 0],
      ["home/usage-2026-01-05", 259_200],
    ]),
  );
  expect(await readHomeItem(sync, "state")).toEqual({ pausedUntil: at });
});
