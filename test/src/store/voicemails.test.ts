import type { Voicemail } from "../../../src/policy/voicemail";
import { addToOutbox, listOutbox, noteUnsent, removeFromOutbox } from "../../../src/store/outbox";
import { changeVoicemail, listVoicemails, readVoicemail } from "../../../src/store/voicemails";
import { CALL_SID, recordingSid } from "../mail/fake-wiring";
import { MemorySync } from "../mail/memory-sync";

const SID = recordingSid("1");
const voicemail: Voicemail = {
  callSid: CALL_SID,
  from: "withheld",
  to: "+12125550100",
  seconds: 6,
  at: "2026-01-05T15:00:00.000Z",
  transcription: "awaited",
};
const NINETY_DAYS = 90 * 24 * 3600; // TTL of the voicemails map, by design

let sync: MemorySync;
let store: { sync: MemorySync; random: () => number };
beforeEach(() => {
  sync = new MemorySync();
  store = { sync, random: () => 0 };
});
const rows = () => sync.rows("voicemails");

describe("changeVoicemail()", () => {
  test("makes a voicemail, kept for 90 days", async () => {
    const create = jest.spyOn(sync, "createItem");
    await changeVoicemail(store, SID, () => voicemail);
    expect(rows()).toEqual({ [SID]: voicemail });
    expect(create.mock.calls[0]?.at(3)).toBe(NINETY_DAYS);
  });

  test("writes nothing when there is nothing to change", async () => {
    await changeVoicemail(store, SID, () => voicemail);
    const update = jest.spyOn(sync, "updateItem");
    expect(await changeVoicemail(store, SID, (current) => current ?? voicemail)).toEqual({
      before: voicemail,
      after: voicemail,
    });
    expect(update).not.toHaveBeenCalled();
    expect(Object.keys(rows())).toEqual([SID]);
  });

  test("begins again with what another Function wrote in between", async () => {
    await changeVoicemail(store, SID, () => voicemail);
    const readItem = sync.readItem.bind(sync);
    jest.spyOn(sync, "readItem").mockImplementationOnce(async (map, key) => {
      const item = await readItem(map, key);
      await changeVoicemail(store, SID, (current) => ({
        ...(current ?? voicemail),
        transcription: "failed",
      }));
      return item;
    });
    await changeVoicemail(store, SID, (current) => ({ ...(current ?? voicemail), heardAt: "now" }));
    expect(rows()[SID]).toEqual({ ...voicemail, transcription: "failed", heardAt: "now" });
  });

  // https://www.twilio.com/docs/sync/limits: 429 when a Map takes more than its writes a second
  test("begins again when Sync is too busy, and gives up in the end", async () => {
    const create = jest.spyOn(sync, "createItem").mockResolvedValueOnce({ outcome: "throttled" });
    await changeVoicemail(store, SID, () => voicemail);
    expect(rows()).toEqual({ [SID]: voicemail });
    create.mockResolvedValue({ outcome: "throttled" });
    await expect(changeVoicemail(store, recordingSid("2"), () => voicemail)).rejects.toThrow("collisions");
  });

  test("keeps what the owner wrote into the item, and drops a claim that ended", async () => {
    await sync.createItem("voicemails", SID, {
      ...voicemail,
      note: "call back!",
      claimedAt: "x",
      error: "y",
    });
    await changeVoicemail(store, SID, () => voicemail);
    expect(rows()[SID]).toEqual({ ...voicemail, note: "call back!" });
  });

  test("takes a row that a hand edit broke for one that is not there", async () => {
    await sync.createItem("voicemails", SID, { callSid: 5 });
    const { before } = await changeVoicemail(store, SID, () => voicemail);
    expect(before).toBeUndefined();
    expect(rows()[SID]).toEqual(voicemail);
  });
});

test("readVoicemail() gives what is kept, or nothing", async () => {
  await changeVoicemail(store, SID, () => voicemail);
  expect(await readVoicemail(sync, SID)).toEqual(voicemail);
  expect(await readVoicemail(sync, recordingSid("2"))).toBeUndefined();
});

test("listVoicemails() gives the newest first, without what is no voicemail and no field of one", async () => {
  const later = { ...voicemail, at: "2026-01-06T15:00:00.000Z" };
  await sync.createItem("voicemails", SID, { ...voicemail, transcription: "maybe", heardAt: 7 });
  await sync.createItem("voicemails", recordingSid("2"), { ...later });
  await sync.createItem("voicemails", "a note", { ...voicemail });
  await sync.createItem("voicemails", recordingSid("3"), { note: "?" });
  expect(await listVoicemails(sync)).toEqual([
    { recordingSid: recordingSid("2"), voicemail: later },
    { recordingSid: SID, voicemail: { ...voicemail, transcription: "none" } },
  ]);
});

describe("the outbox", () => {
  const entry = { recordingSid: SID, callSid: CALL_SID, at: voicemail.at, tries: 0 };

  test("holds a voicemail once, until it is taken off", async () => {
    await addToOutbox(sync, entry);
    await addToOutbox(sync, { ...entry, at: "later" });
    expect(await listOutbox(sync)).toEqual([entry]);
    await removeFromOutbox(sync, SID);
    await removeFromOutbox(sync, SID);
    expect(await listOutbox(sync)).toEqual([]);
  });

  test("counts the tries of a mail, even of one that nobody put there", async () => {
    await noteUnsent(sync, entry, "SMTP_URL is not set");
    await noteUnsent(sync, entry, "mail server: ETIMEDOUT");
    expect(await listOutbox(sync)).toEqual([{ ...entry, tries: 2, error: "mail server: ETIMEDOUT" }]);
  });

  test("does not take a mail for kept that Sync refused to keep", async () => {
    jest.spyOn(sync, "createItem").mockResolvedValue({ outcome: "throttled" });
    await expect(addToOutbox(sync, entry)).rejects.toThrow("throttled");
    await expect(noteUnsent(sync, entry, "x")).rejects.toThrow("collisions");
  });

  test("leaves out notes and reads half an entry", async () => {
    await sync.createItem("outbox", "a note", {});
    await sync.createItem("outbox", SID, { tries: "two" });
    expect(await listOutbox(sync)).toEqual([{ recordingSid: SID, callSid: "", at: "", tries: 0 }]);
  });
});
