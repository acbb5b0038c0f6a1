import type { Room } from "../../../src/policy/home/room";
import { changeRoom, claimRoom, listRooms, readRoom } from "../../../src/store/rooms";
import { callSid, FRIEND } from "../policy/samples";
import { FakeSync, type Trouble } from "./fake-sync";

const SID = callSid("a");
const room: Room = { direction: "in", state: "ringing", at: "2026-01-05T17:00:00.000Z", number: FRIEND };
const patient = (sync: FakeSync) => ({ sync, random: () => 0 });
const troubled = (...troubles: Trouble[]) => new FakeSync(() => troubles.shift());

test("a room is claimed once, for a day", async () => {
  const sync = new FakeSync();
  expect(await claimRoom(sync, SID, room)).toBe(true);
  expect(await claimRoom(sync, SID, { ...room, state: "over" })).toBe(false);
  expect(await readRoom(sync, SID)).toEqual(room);
  expect(sync.ttls.get(`rooms/${SID}`)).toBe(86_400);
  expect(sync.requests).toEqual(["POST rooms", "POST rooms", "GET rooms"]);
});

test.each(["throttled", "unavailable"] as const)(
  "a claim that Sync does not take (%s) throws",
  async (trouble) => {
    await expect(claimRoom(troubled(trouble), SID, room)).rejects.toMatchObject({ name: "SyncUnavailable" });
  },
);

test("a change that others were faster with begins again from what they wrote", async () => {
  const sync = troubled(undefined, "conflict");
  sync.put("rooms", SID, { ...room });
  const seen: (string | undefined)[] = [];
  const change = await changeRoom(patient(sync), SID, (current) => {
    seen.push(current?.state);
    return current && { ...current, state: "talking" };
  });
  expect(change).toMatchObject({
    outcome: "written",
    before: { state: "ringing" },
    after: { state: "talking" },
  });
  expect(seen.length).toBeGreaterThan(1);
});

test("a change that changes nothing, and one that needs no room, write nothing", async () => {
  const sync = new FakeSync();
  expect(await changeRoom(patient(sync), SID, () => undefined)).toMatchObject({ outcome: "unchanged" });
  sync.put("rooms", SID, { ...room });
  expect(await changeRoom(patient(sync), SID, (current) => current)).toMatchObject({ outcome: "unchanged" });
  expect(sync.requests).toEqual(["GET rooms", "GET rooms"]);
});

test("the rooms of the day, without what is no room", async () => {
  const sync = new FakeSync();
  sync.put("rooms", SID, { ...room, direction: "out", isAnswered: true, isStarted: "yes", reason: "moon" });
  for (const bad of [{}, { state: "ringing" }, { state: "x", at: room.at }, { state: "talking", at: "noon" }])
    sync.put("rooms", callSid(JSON.stringify(bad)), bad);
  expect(await listRooms(sync)).toEqual([
    { callSid: SID, room: { ...room, direction: "out", isAnswered: true } },
  ]);
});
