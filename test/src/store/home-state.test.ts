import { togglePause } from "../../../src/policy/home/pause-calls";
import { changeHomeState, readHomeState } from "../../../src/store/home-state";
import { callSid, NOON } from "../policy/samples";
import { FakeSync } from "./fake-sync";

const HOUR = 60 * 60 * 1000;
const storeOver = (sync: FakeSync) => ({ sync, random: () => 0.5 });

test("nothing holds where nothing was written", async () => {
  expect(await readHomeState(new FakeSync())).toEqual({});
});

test("instants are ISO 8601 in Sync and milliseconds here, and what the owner wrote besides stays", async () => {
  const sync = new FakeSync();
  sync.put("home", "state", { note: "mine" });
  const change = await changeHomeState(storeOver(sync), (state) => ({ ...state, callbacksUntil: NOON }));
  expect(change).toEqual({ outcome: "written", state: { callbacksUntil: NOON } });
  expect(sync.data("home", "state")).toMatchObject({
    note: "mine",
    callbacksUntil: "2026-01-05T17:00:00.000Z",
  });
  expect(sync.ttls.get("home/state")).toBe(0);
});

test("a pause and a call-back at the same moment both hold", async () => {
  const sync = new FakeSync();
  const pause = togglePause({}, `${callSid("a")}:0`, NOON);
  await Promise.all([
    changeHomeState(storeOver(sync), (state) => ({ ...state, ...pause })),
    changeHomeState(storeOver(sync), (state) => ({ ...state, callbacksUntil: NOON + 1 })),
  ]);
  expect(await readHomeState(sync)).toMatchObject({ pausedUntil: NOON + HOUR, callbacksUntil: NOON + 1 });
});

test("a pause that is ended is gone, and giving back the very state writes nothing", async () => {
  const sync = new FakeSync();
  const toggle = (step: string) =>
    changeHomeState(storeOver(sync), (state) => togglePause(state, step, NOON));
  await toggle(`${callSid("a")}:0`);
  expect((await toggle(`${callSid("a")}:0`)).outcome).toBe("unchanged");
  expect((await readHomeState(sync)).pausedUntil).toBe(NOON + HOUR);
  await toggle(`${callSid("a")}:1`);
  expect((await readHomeState(sync)).pausedUntil).toBeUndefined();
});
