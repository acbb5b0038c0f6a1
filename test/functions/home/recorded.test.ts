import { checkListenLink } from "../../../src/mail/listen-link";
import { readListenLink } from "../../../src/mail/read-listen-link";
import type { Handler } from "../../../src/runtime/answer-request";
import {
  CALL_SID,
  CALLER,
  deadSync,
  type FakeWiring,
  fakeWiring,
  recordingSid,
} from "../../src/mail/fake-wiring";
import { FakeResponse, run as runFunction } from "../../src/runtime/fake-runtime";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire() }));
Reflect.set(globalThis, "Twilio", { Response: FakeResponse });

/** Loaded after the mock: nothing moves `jest.mock` above imports here. */
let handler: Handler;
beforeAll(async () => {
  ({ handler } = await import("../../../functions/home/recorded.protected"));
});
let wiring: FakeWiring;
beforeEach(() => {
  wiring = fakeWiring();
  mockWire.mockReturnValue(wiring);
  jest.spyOn(console, "log").mockImplementation(() => undefined);
});

const SID = recordingSid("1");
const at = "2026-01-05T15:00:00.000Z";
// https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback
const callback = {
  call: CALL_SID,
  CallSid: CALL_SID,
  RecordingSid: SID,
  RecordingStatus: "completed",
  RecordingDuration: "65",
};
const run = async (change: Record<string, string> = {}) => runFunction(handler, { ...callback, ...change });

test("the recording is noted in the call's row, and the owner gets a link to it for a month", async () => {
  await wiring.memory.createItem("rooms", CALL_SID, { direction: "in", state: "over", at, number: CALLER });
  await wiring.memory.createItem("calls", CALL_SID, { from: CALLER, disposition: "connected" });
  expect((await run()).body).toEqual({ mail: "sent" });
  expect(wiring.memory.rows("calls")).toEqual({
    [CALL_SID]: { from: CALLER, disposition: "connected", recordingSid: SID, recordingSeconds: 65 },
  });
  const [mail] = wiring.sent;
  expect(mail).toMatchObject({
    to: "owner@example.com",
    subject: "Recorded call with (212) 555-0123 (1 min 5 s)",
  });
  const url = new URL(/http\S+/.exec(mail?.text ?? "")?.[0] ?? "");
  expect(url.pathname).toBe("/voicemail/listen");
  const link = readListenLink(Object.fromEntries(url.searchParams));
  expect(checkListenLink(link, "a secret", wiring.now())).toBe("valid");
  expect(link.recordingSid).toBe(SID);
  expect(mail?.html).toContain('<a href="http');
});

test("told twice, it is mailed once", async () => {
  await run();
  expect((await run()).body).toEqual({ mail: "done" });
  expect(wiring.sent).toHaveLength(1);
});

test.each(["absent", "failed", "in-progress"])(
  "a recording that is %s is not mailed",
  async (RecordingStatus) => {
    expect((await run({ RecordingStatus })).body).toEqual({ mail: "done" });
    expect(wiring.sent).toEqual([]);
  },
);

test("with Sync down it is mailed all the same, without a number", async () => {
  wiring.gateway = deadSync;
  expect((await run()).body).toEqual({ mail: "sent" });
  expect(wiring.sent).toMatchObject([
    { subject: "Recorded call with a caller without a number (1 min 5 s)" },
  ]);
});

test("with the mail server down, or no address to mail to, the row and the log tell of it", async () => {
  wiring.mailError = Object.assign(new Error("no"), { code: "ESOCKET" });
  expect((await run()).body).toEqual({ mail: "unsent" });
  expect(wiring.memory.rows("calls")[CALL_SID]).toMatchObject({ recordingSid: SID });
  expect(wiring.logged.join()).toContain("recording-unsent");
  wiring.policyNow = { ...wiring.policyNow, owner: { name: "Ann" } };
  expect((await run({ RecordingSid: recordingSid("2") })).body).toEqual({ mail: "unsent" });
  expect(wiring.logged.join()).toContain("owner.email is not set");
});

test("without LINK_SECRET the mail says where the recording is", async () => {
  wiring.variables = {};
  await run({ RecordingDuration: "" });
  expect(wiring.sent[0]?.subject).toBe("Recorded call with a caller without a number");
  expect(wiring.sent[0]?.text).toContain(`The recording is in your Twilio account: ${SID}.`);
});

test("a caller's number, which anybody may write, is escaped and stays one line", async () => {
  await wiring.memory.createItem("rooms", CALL_SID, {
    direction: "in",
    state: "over",
    at,
    number: "<b>\r\nBcc: x",
  });
  await run();
  expect(wiring.sent[0]?.subject).toBe("Recorded call with a caller without a number (1 min 5 s)");
});

test.each([{ call: "" }, { call: "CA1" }, { RecordingSid: "RE1" }])(
  "nonsense is refused: %j",
  async (change) => {
    expect((await run(change)).status).toBe(400);
  },
);
