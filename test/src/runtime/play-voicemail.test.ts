import { signListenLink } from "../../../src/mail/listen-link";
import type { Voicemail } from "../../../src/policy/voicemail";
import { playVoicemail } from "../../../src/runtime/play-voicemail";
import { CALL_SID, deadSync, type FakeWiring, fakeWiring, recordingSid } from "../mail/fake-wiring";

const SID = recordingSid("1");
const END = Date.parse("2026-02-04T15:00:00Z") / 1000;
const linkTo = (sid: typeof SID) => ({
  recordingSid: sid,
  expires: END,
  signature: signListenLink(SID, END, "a secret"),
});
const voicemail: Voicemail = {
  callSid: CALL_SID,
  seconds: 6,
  at: "2026-01-05T15:00:00.000Z",
  transcription: "none",
};

let wiring: FakeWiring;
beforeEach(async () => {
  wiring = fakeWiring();
  await wiring.memory.createItem("voicemails", SID, { ...voicemail });
});
const heardAt = () => wiring.memory.rows("voicemails")[SID]?.heardAt;

test("the link of a mail plays the recording and notes when it was first heard", async () => {
  const reply = await playVoicemail(wiring, linkTo(SID));
  expect(reply).toMatchObject({ status: 200, contentType: "audio/mpeg", body: Buffer.from("mp3") });
  // RFC 9111, 5.2.2: neither browsers nor proxies may keep someone's message
  expect(reply.headers).toMatchObject({ "Cache-Control": "private, no-store" });
  wiring.clock += 60_000;
  await playVoicemail(wiring, linkTo(SID));
  expect(heardAt()).toBe("2026-01-05T15:00:00.000Z");
});

test.each<[string, number, (wiring: FakeWiring) => void]>([
  ["another recording's link", 403, (w) => w],
  [
    "a deployment without secret",
    403,
    (w) => {
      w.variables = {};
    },
  ],
])("%s is refused with %i, and nothing is fetched", async (what, status, change) => {
  const fetchRecording = jest.fn();
  wiring.fetchRecording = fetchRecording;
  change(wiring);
  const link = what.startsWith("another") ? linkTo(recordingSid("2")) : linkTo(SID);
  expect((await playVoicemail(wiring, link)).status).toBe(status);
  expect(fetchRecording).not.toHaveBeenCalled();
  expect(heardAt()).toBeUndefined();
});

test("an expired link is 410: it was valid once", async () => {
  wiring.clock = END * 1000;
  expect(await playVoicemail(wiring, linkTo(SID))).toMatchObject({
    status: 410,
    body: expect.stringContaining("expired"),
  });
});

test("a deleted recording is 404, an unreachable Twilio 502", async () => {
  wiring.fetchRecording = async () => undefined;
  expect((await playVoicemail(wiring, linkTo(SID))).status).toBe(404);
  wiring.fetchRecording = () => Promise.reject(new Error("timeout"));
  expect((await playVoicemail(wiring, linkTo(SID))).status).toBe(502);
  expect(heardAt()).toBeUndefined();
});

test("with Sync down the message is heard all the same", async () => {
  wiring.gateway = deadSync;
  expect((await playVoicemail(wiring, linkTo(SID))).status).toBe(200);
});

test("a recording that has no row is played and makes none", async () => {
  await wiring.memory.removeItem("voicemails", SID);
  expect((await playVoicemail(wiring, linkTo(SID))).status).toBe(200);
  expect(wiring.memory.rows("voicemails")).toEqual({});
});

test("a Sync that does not answer costs the owner no message: it is played before the Function must answer", async () => {
  const hang = () => new Promise<never>(() => undefined);
  wiring.gateway = () => ({ ...deadSync(), readItem: hang });
  wiring.timeLeft = () => 500;
  const began = performance.now();
  expect((await playVoicemail(wiring, linkTo(SID))).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(500);
});

test("what is played to somebody on the telephone is no message that was heard", async () => {
  const read = jest.spyOn(wiring.memory, "readItem");
  expect((await playVoicemail(wiring, { ...linkTo(SID), isOnTelephone: true })).status).toBe(200);
  expect([heardAt(), read.mock.calls]).toEqual([undefined, []]);
});
