import { renderListenLink } from "../../../src/mail/listen-link";
import type { Handler } from "../../../src/runtime/define-function";
import { addToOutbox } from "../../../src/store/outbox";
import {
  CALL_SID,
  CALLER,
  type FakeWiring,
  fakeWiring,
  LINE,
  recordingSid,
} from "../../src/mail/fake-wiring";
import { FakeResponse } from "../../src/runtime/fake-runtime";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire() }));

/** Loaded after the mock: nothing moves `jest.mock` above imports here. */
let recorded: Handler;
let transcribed: Handler;
let listen: Handler;
beforeAll(async () => {
  ({ handler: recorded } = await import("../../../functions/voicemail/recorded.protected"));
  ({ handler: transcribed } = await import("../../../functions/voicemail/transcribed.protected"));
  ({ handler: listen } = await import("../../../functions/voicemail/listen"));
});
const handlers = { recorded: () => recorded, transcribed: () => transcribed, listen: () => listen };
type Name = keyof typeof handlers;

const SID = recordingSid("1");

Reflect.set(globalThis, "Twilio", { Response: FakeResponse });

let wiring: FakeWiring;
beforeEach(() => {
  wiring = fakeWiring();
  mockWire.mockReturnValue(wiring);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  jest.spyOn(console, "log").mockImplementation(() => undefined);
});

function run(handler: Handler, event: Record<string, string>): Promise<FakeResponse> {
  return new Promise((resolve, reject) => {
    const context: Parameters<Handler>[0] = Object.assign(Object.create(null), { PATH: "/" });
    handler(context, event, (error, reply) =>
      reply instanceof FakeResponse ? resolve(reply) : reject(error),
    );
  });
}

// https://www.twilio.com/docs/voice/twiml/record: what each callback carries
const sids = { AccountSid: `AC${"0".repeat(32)}`, CallSid: CALL_SID, RecordingSid: SID };
const recording = {
  ...sids,
  RecordingStatus: "completed",
  RecordingDuration: "6",
  RecordingSource: "RecordVerb",
};
const transcription = {
  ...sids,
  From: CALLER,
  To: LINE,
  TranscriptionStatus: "completed",
  TranscriptionText: "Hi",
};

test("recorded, then transcribed: one mail", async () => {
  expect(await run(recorded, recording)).toMatchObject({ status: 200, body: { mail: "waiting" } });
  expect(await run(transcribed, transcription)).toMatchObject({ status: 200, body: { mail: "sent" } });
  expect(wiring.sent).toHaveLength(1);
});

test("recorded?transcription=none: the mail goes out at once", async () => {
  await run(recorded, { ...recording, transcription: "none" });
  expect(wiring.sent).toHaveLength(1);
});

test("the mail's own link plays the recording", async () => {
  await run(recorded, { ...recording, transcription: "none" });
  const [link = ""] = /http:\S+/.exec(wiring.sent[0]?.text ?? "") ?? [];
  const query = Object.fromEntries(new URL(link).searchParams);
  const reply = await run(listen, query);
  expect(reply).toMatchObject({ status: 200, headers: { "Content-Type": "audio/mpeg" } });
  expect(reply.body).toEqual(Buffer.from("mp3"));
});

const expires = Date.parse("2026-01-05T16:00:00Z") / 1000;
const url = new URL(
  renderListenLink({ recordingSid: SID, expires }, { domainName: "x", secret: "a secret" }),
);
const link = Object.fromEntries(url.searchParams);
test.each<[string, Record<string, string>, number]>([
  ["an address instead of a SID", { recording: "https://example.com/" }, 400],
  ["half a signature", { signature: "abc" }, 400],
  ["another recording", { recording: recordingSid("2") }, 403],
  ["a later end", { expires: String(expires + 1) }, 403],
])("listen refuses %s with a sentence", async (_what, change, status) => {
  const reply = await run(listen, { ...link, ...change });
  expect(reply).toMatchObject({ status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
});

test("a link that is played on the telephone sends no mail first: somebody waits", async () => {
  await run(recorded, recording);
  wiring.clock += 11 * 60_000;
  const fresh = wiring.clock / 1000 + 60;
  const quick = renderListenLink(
    { recordingSid: SID, expires: fresh, isOnTelephone: true },
    { domainName: "x", secret: "a secret" },
  );
  const query = Object.fromEntries(new URL(quick).searchParams);
  expect((await run(listen, query)).status).toBe(200);
  expect(wiring.sent).toEqual([]);
  const { on: _quick, ...slow } = query;
  await run(listen, slow);
  expect(wiring.sent).toHaveLength(1);
});

test("listen refuses a link whose time is up with 410", async () => {
  wiring.clock = expires * 1000;
  expect((await run(listen, link)).status).toBe(410);
});

test.each<[Name, Record<string, string>, string]>([
  ["recorded", { ...recording, RecordingSid: "RE1" }, "RecordingSid"],
  ["recorded", { ...recording, CallSid: "" }, "CallSid"],
  ["recorded", { ...recording, RecordingStatus: "done" }, "RecordingStatus"],
  ["transcribed", { ...transcription, RecordingSid: "" }, "RecordingSid"],
  ["transcribed", { ...transcription, CallSid: "CA-1" }, "CallSid"],
])("%s answers 400 and names what is wrong", async (handler, event, name) => {
  const reply = await run(handlers[handler](), event);
  expect(reply.status).toBe(400);
  expect(reply.body).toContain(name);
});

test.each<[Name, Record<string, string>]>([
  ["recorded", recording],
  ["transcribed", transcription],
  ["listen", link],
])("%s sends what has waited ten minutes, after its own work", async (handler, event) => {
  const at = new Date(wiring.clock - 10 * 60_000).toISOString();
  await addToOutbox(wiring.memory, { recordingSid: recordingSid("9"), callSid: CALL_SID, at, tries: 0 });
  await run(handlers[handler](), event);
  expect(wiring.memory.rows("voicemails")[recordingSid("9")]).toHaveProperty("mailedAt");
});

test("after a mail that was refused, the Function does not try the others", async () => {
  const at = new Date(wiring.clock - 10 * 60_000).toISOString();
  await addToOutbox(wiring.memory, { recordingSid: recordingSid("9"), callSid: CALL_SID, at, tries: 0 });
  wiring.mailError = new Error("down");
  await run(transcribed, transcription);
  expect(wiring.memory.rows("outbox")[recordingSid("9")]).toMatchObject({ tries: 0 });
});

test("a mail that hangs costs the answer, not the voicemail", async () => {
  const never = new Promise<never>(() => undefined);
  wiring.mail = () => ({ send: () => never });
  const started = performance.now();
  expect((await run(transcribed, transcription)).status).toBe(500);
  expect(performance.now() - started).toBeLessThan(4500);
  expect(wiring.memory.rows("outbox")).toHaveProperty(SID);
});
