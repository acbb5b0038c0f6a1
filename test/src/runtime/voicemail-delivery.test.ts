import { receiveRecording } from "../../../src/runtime/receive-recording";
import { receiveTranscript } from "../../../src/runtime/receive-transcript";
import { sweepOutbox } from "../../../src/runtime/sweep-outbox";
import { readRecordingCallback } from "../../../src/telephony/read-recording-callback";
import { readTranscriptionCallback } from "../../../src/telephony/read-transcription-callback";
import {
  CALL_SID,
  CALLER,
  deadSync,
  type FakeWiring,
  fakeWiring,
  LINE,
  policy,
  recordingSid,
} from "../mail/fake-wiring";

const SID = recordingSid("1");
const MINUTE = 60_000;

// Parameters: https://www.twilio.com/docs/voice/twiml/record#recordingstatuscallback (no From, no To)
function recorded(wiring: FakeWiring, change: Record<string, string> = {}, isTranscribed = true) {
  const form = { CallSid: CALL_SID, RecordingSid: SID, RecordingStatus: "completed", RecordingDuration: "6" };
  return receiveRecording(wiring, readRecordingCallback({ ...form, ...change }), isTranscribed);
}

// Parameters: https://www.twilio.com/docs/voice/twiml/record#transcribecallback
function transcribed(wiring: FakeWiring, change: Record<string, string> = {}) {
  const form = {
    CallSid: CALL_SID,
    RecordingSid: SID,
    TranscriptionStatus: "completed",
    TranscriptionText: "Hi, it is Bo.",
    From: CALLER,
    To: LINE,
  };
  return receiveTranscript(wiring, readTranscriptionCallback({ ...form, ...change }));
}

const row = (wiring: FakeWiring) => wiring.memory.rows("voicemails")[SID];
const outbox = (wiring: FakeWiring) => wiring.memory.rows("outbox");
const down = () => Object.assign(new Error("owner@example.com"), { code: "ETIMEDOUT" });

describe("one mail per voicemail", () => {
  test("it waits for the transcript, then goes to the line's address", async () => {
    const wiring = fakeWiring();
    expect(await recorded(wiring)).toBe("waiting");
    expect(wiring.sent).toEqual([]);
    expect(Object.keys(outbox(wiring))).toEqual([SID]);
    expect(await transcribed(wiring)).toBe("sent");
    expect(wiring.sent).toMatchObject([
      { to: "home@example.com", subject: "Voicemail from Bo Example (6 seconds)" },
    ]);
    expect(wiring.sent[0]?.text).toContain("Hi, it is Bo.");
    expect(outbox(wiring)).toEqual({});
    expect(row(wiring)).toEqual({
      callSid: CALL_SID,
      from: CALLER,
      to: LINE,
      seconds: 6,
      at: "2026-01-05T15:00:00.000Z",
      transcription: "completed",
      transcript: "Hi, it is Bo.",
      mailedAt: "2026-01-05T15:00:00.000Z",
    });
  });

  test("a failed transcription sends it too", async () => {
    const wiring = fakeWiring();
    await recorded(wiring);
    expect(await transcribed(wiring, { TranscriptionStatus: "failed", TranscriptionText: "" })).toBe("sent");
    expect(wiring.sent[0]?.text).toContain("could not transcribe");
  });

  test.each<[string, Record<string, string>, boolean]>([
    ["the flow asks for no transcript", {}, false],
    ["the message is too short for one", { RecordingDuration: "2" }, true],
    ["the message is too long for one", { RecordingDuration: "120" }, true],
  ])("it goes out at once when %s", async (_what, change, isTranscribed) => {
    const wiring = fakeWiring();
    expect(await recorded(wiring, change, isTranscribed)).toBe("sent");
    expect(wiring.sent).toHaveLength(1);
  });

  test("a recording under 2 seconds is stored, not mailed, not even later", async () => {
    const wiring = fakeWiring();
    expect(await recorded(wiring, { RecordingDuration: "1" })).toBe("done");
    wiring.clock += 60 * MINUTE;
    await sweepOutbox(wiring);
    expect([wiring.sent, outbox(wiring)]).toEqual([[], {}]);
    expect(row(wiring)).toMatchObject({ seconds: 1, from: CALLER });
  });

  test.each(["absent", "failed", "in-progress"])(
    "nothing is stored of a recording that is %s",
    async (status) => {
      const wiring = fakeWiring();
      expect(await recorded(wiring, { RecordingStatus: status, RecordingDuration: "0" })).toBe("done");
      expect([row(wiring), outbox(wiring), wiring.sent]).toEqual([undefined, {}, []]);
    },
  );

  test("one whose transcript never comes goes out with the first Function after ten minutes", async () => {
    const wiring = fakeWiring();
    await recorded(wiring);
    wiring.clock += 9 * MINUTE;
    await sweepOutbox(wiring);
    expect(wiring.sent).toEqual([]);
    wiring.clock += MINUTE;
    await sweepOutbox(wiring);
    await sweepOutbox(wiring);
    expect(wiring.sent).toHaveLength(1);
    await transcribed(wiring);
    expect(wiring.sent).toHaveLength(1);
    expect(row(wiring)).toMatchObject({ transcript: "Hi, it is Bo." });
  });
});

// Callbacks come in any order, and only the recording's tells the length: https://www.twilio.com/docs/voice/api/recording
describe("the transcript comes first", () => {
  test("the length is asked of Twilio, and the mail goes out once", async () => {
    const wiring = fakeWiring({ fetchRecordingSeconds: async () => 65 });
    expect(await transcribed(wiring)).toBe("sent");
    expect(wiring.sent[0]?.subject).toBe("Voicemail from Bo Example (1 min 5 s)");
    expect(await recorded(wiring, { RecordingDuration: "65" })).toBe("done");
    expect(wiring.sent).toHaveLength(1);
    expect(row(wiring)).toMatchObject({ seconds: 65, transcription: "completed" });
  });

  test.each(["before", "after"])(
    "one under 2 seconds is not mailed, %s its recording callback",
    async (when) => {
      const wiring = fakeWiring({ fetchRecordingSeconds: async () => 1 });
      expect(await transcribed(wiring, { TranscriptionStatus: "failed" })).toBe("done");
      if (when === "after") expect(await recorded(wiring, { RecordingDuration: "1" })).toBe("done");
      wiring.clock += 60 * MINUTE;
      await sweepOutbox(wiring);
      expect([wiring.sent, outbox(wiring)]).toEqual([[], {}]);
      expect(row(wiring)).toMatchObject({ seconds: 1, transcription: "failed" });
      expect(row(wiring)).not.toHaveProperty("claimedAt");
    },
  );

  test("a length that Twilio does not tell costs the length, not the mail", async () => {
    const wiring = fakeWiring({ fetchRecordingSeconds: () => Promise.reject(new Error("timeout")) });
    expect(await transcribed(wiring)).toBe("sent");
    expect(wiring.sent[0]?.subject).toBe("Voicemail from Bo Example");
  });

  test("with Sync down one under 2 seconds is not mailed either", async () => {
    const wiring = fakeWiring({ fetchRecordingSeconds: async () => 1 });
    wiring.gateway = deadSync;
    expect(await transcribed(wiring)).toBe("done");
    expect(wiring.sent).toEqual([]);
  });
});

describe("a sweep leaves its Function time to answer", () => {
  const hanging = () => ({ ...deadSync(), listItems: jest.fn(() => new Promise<never>(() => undefined)) });

  test("it stops before the Function must answer", async () => {
    const wiring = fakeWiring({ timeLeft: () => 1400 });
    wiring.gateway = hanging;
    const began = performance.now();
    await sweepOutbox(wiring);
    expect(performance.now() - began).toBeLessThan(1400);
  });

  test("it does not begin what it could not finish", async () => {
    const wiring = fakeWiring({ timeLeft: () => 700 });
    const gateway = hanging();
    wiring.gateway = () => gateway;
    await sweepOutbox(wiring);
    expect(gateway.listItems).not.toHaveBeenCalled();
  });
});

// A Function may be cut off at any moment: what was sent and not noted goes out again.
test("between the mail's going out and its being noted there is one request", async () => {
  const wiring = fakeWiring();
  await recorded(wiring);
  const requests: string[] = [];
  const noted = <T>(name: string, work: () => T): T => {
    requests.push(name);
    return work();
  };
  const { memory, mail } = wiring;
  wiring.gateway = () => ({
    ...deadSync(),
    createItem: (map, key, data) => memory.createItem(map, key, data),
    readItem: (map, key) => noted(`read ${map}`, () => memory.readItem(map, key)),
    updateItem: (map, key, data, at) => noted(`update ${map}`, () => memory.updateItem(map, key, data, at)),
    removeItem: (map, key) => noted(`remove ${map}`, () => memory.removeItem(map, key)),
  });
  wiring.mail = () => ({ send: (message) => noted("mail", () => mail().send(message)) });
  await transcribed(wiring);
  expect(requests.slice(requests.indexOf("mail"))).toEqual(["mail", "update voicemails", "remove outbox"]);
});

describe("nobody is forgotten", () => {
  test("mail that a server refuses is kept with why, and goes out at the next opportunity", async () => {
    const wiring = fakeWiring();
    wiring.mailError = down();
    await recorded(wiring);
    expect(await transcribed(wiring)).toBe("unsent");
    expect(row(wiring)).toMatchObject({ error: "mail server: ETIMEDOUT" });
    expect(row(wiring)).not.toHaveProperty("claimedAt");
    expect(outbox(wiring)).toMatchObject({ [SID]: { tries: 1, error: "mail server: ETIMEDOUT" } });
    await sweepOutbox(wiring);
    expect(outbox(wiring)).toMatchObject({ [SID]: { tries: 2 } });
    wiring.mailError = undefined;
    await sweepOutbox(wiring);
    expect(wiring.sent).toHaveLength(1);
    expect(outbox(wiring)).toEqual({});
    expect(row(wiring)).not.toHaveProperty("error");
  });

  test("a Function that died while sending leaves it to the next one", async () => {
    const wiring = fakeWiring();
    await recorded(wiring);
    const dying = fakeWiring({ mail: () => ({ send: () => new Promise(() => undefined) }) });
    dying.gateway = () => wiring.memory;
    void transcribed(dying);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(row(wiring)).toHaveProperty("claimedAt");
    await transcribed(wiring);
    expect(wiring.sent).toEqual([]);
    wiring.clock += 12 * MINUTE;
    await sweepOutbox(wiring);
    expect(wiring.sent).toHaveLength(1);
  });

  test("with Sync down a mail that need not wait goes out all the same", async () => {
    const wiring = fakeWiring();
    wiring.gateway = deadSync;
    expect(await recorded(wiring)).toBe("waiting");
    expect(await transcribed(wiring)).toBe("sent");
    expect(wiring.sent).toHaveLength(1);
  });

  test("with Sync and the mail server down the Function fails, so that Twilio's log shows it", async () => {
    const wiring = fakeWiring();
    wiring.gateway = deadSync;
    wiring.mailError = down();
    await expect(transcribed(wiring)).rejects.toThrow("neither Sync nor the mail server");
  });

  test("a row that could not be written is made again from the outbox", async () => {
    const wiring = fakeWiring();
    const { memory } = wiring;
    const readItem = memory.readItem.bind(memory);
    memory.readItem = (map, key) =>
      map === "voicemails" ? Promise.reject(new Error("down")) : readItem(map, key);
    expect(await recorded(wiring)).toBe("waiting");
    memory.readItem = readItem;
    wiring.clock += 10 * MINUTE;
    await sweepOutbox(wiring);
    expect(wiring.sent[0]?.subject).toBe("Voicemail from Bo Example (6 seconds)");
  });

  test("a sweep never throws, and sends a few at a time", async () => {
    const wiring = fakeWiring();
    for (const digit of ["2", "3", "4", "5"]) await recorded(wiring, { RecordingSid: recordingSid(digit) });
    wiring.clock += 10 * MINUTE;
    await sweepOutbox(wiring);
    expect(wiring.sent).toHaveLength(3);
    wiring.gateway = deadSync;
    await sweepOutbox(wiring);
    wiring.gateway = () => {
      throw new Error("SYNC_SERVICE_SID is not set");
    };
    await sweepOutbox(wiring);
    expect(wiring.sent).toHaveLength(3);
  });
});

describe("whom it is from, and to whom it goes", () => {
  test("a call that Twilio cannot name goes to the owner, from an unknown caller", async () => {
    const wiring = fakeWiring({ fetchCall: () => Promise.reject(new Error("timeout")) });
    await recorded(wiring, {}, false);
    expect(wiring.sent).toMatchObject([
      { to: "owner@example.com", subject: "Voicemail from Unknown caller (6 seconds)" },
    ]);
  });

  test("the caller is asked for again when the mail goes out later", async () => {
    const wiring = fakeWiring({ fetchCall: async () => undefined });
    await recorded(wiring);
    wiring.fetchCall = async () => ({ from: CALLER, to: LINE });
    wiring.clock += 10 * MINUTE;
    await sweepOutbox(wiring);
    expect(wiring.sent).toMatchObject([{ to: "home@example.com" }]);
    expect(row(wiring)).toMatchObject({ from: CALLER, to: LINE });
  });

  // Sentinel for ANONYMOUS on a keypad, as Twilio sends it; see src/telephony/withheld.ts
  test.each(["anonymous", `+${266_696_687}`])("a withheld number (%s) is never stored", async (from) => {
    const wiring = fakeWiring({ fetchCall: async () => ({ from, to: LINE }) });
    await recorded(wiring, {}, false);
    expect(row(wiring)).toMatchObject({ from: "withheld" });
    expect(wiring.sent[0]?.text).toContain("Unknown caller, number withheld");
  });

  test.each([
    ["the name in the contacts", `${CALLER}\tBo Example\n`, "BO E", "Bo Example"],
    ["the name Twilio found", "", "BO E", "BO E"],
    ["the number", "", undefined, "(212) 555-0123"],
  ])("the caller is shown by %s", async (_what, index, callerName, shown) => {
    const call = { from: CALLER, to: LINE, ...(callerName === undefined ? {} : { callerName }) };
    const wiring = fakeWiring({ contactsIndex: () => index, fetchCall: async () => call });
    await recorded(wiring, {}, false);
    expect(wiring.sent[0]?.subject).toBe(`Voicemail from ${shown} (6 seconds)`);
  });

  test("a missing contacts file costs the name, not the mail", async () => {
    const wiring = fakeWiring({
      contactsIndex: () => {
        throw new Error("no such asset");
      },
    });
    await recorded(wiring, {}, false);
    expect(wiring.sent[0]?.subject).toBe("Voicemail from (212) 555-0123 (6 seconds)");
  });

  test("a line without address uses the owner's; without any the mail is kept, with why", async () => {
    const wiring = fakeWiring();
    const [line] = Object.values(policy.lines);
    if (line === undefined) throw new Error("no line");
    const silent = { ...line, voicemail: { greeting: "" } };
    wiring.policyNow = { ...policy, lines: { [LINE]: silent } };
    await recorded(wiring, {}, false);
    expect(wiring.sent[0]?.to).toBe("owner@example.com");
    wiring.policyNow = { ...policy, owner: { name: "Ann" }, lines: { [LINE]: silent } };
    expect(await recorded(wiring, { RecordingSid: recordingSid("2") }, false)).toBe("unsent");
    expect(wiring.memory.rows("outbox")[recordingSid("2")]?.error).toMatch(/^no address/);
  });

  test("without LINK_SECRET the mail goes out and says that there is no link", async () => {
    const wiring = fakeWiring();
    wiring.variables = {};
    await recorded(wiring, {}, false);
    expect(wiring.sent[0]?.text).toContain("LINK_SECRET is not set");
    expect(wiring.sent[0]?.text).not.toContain("http");
  });
});

test("a recording that is absent leaves a call that nobody noted, and what another step noted stays", async () => {
  const wiring = fakeWiring();
  await recorded(wiring, { RecordingStatus: "absent", RecordingDuration: "0" });
  expect(wiring.memory.rows("calls")[CALL_SID]).toEqual({
    from: CALLER,
    to: LINE,
    at: "2026-01-05T15:00:00.000Z",
    disposition: "abandoned",
  });
  const other = fakeWiring();
  await other.memory.createItem("calls", CALL_SID, { disposition: "unanswered-challenge" });
  await recorded(other, { RecordingStatus: "absent", RecordingDuration: "0" });
  expect(other.memory.rows("calls")[CALL_SID]).toEqual({ disposition: "unanswered-challenge" });
});

test("the call's row says how it ended, whether or not the mail went out", async () => {
  const wiring = fakeWiring();
  wiring.mailError = down();
  await recorded(wiring, {}, false);
  expect(wiring.memory.rows("calls")[CALL_SID]).toMatchObject({ disposition: "voicemail" });
});

test("the log holds no number, name, address or word of the message", async () => {
  const wiring = fakeWiring();
  await recorded(wiring);
  wiring.mailError = down();
  await transcribed(wiring);
  wiring.gateway = deadSync;
  await recorded(wiring);
  await sweepOutbox(wiring);
  expect(wiring.logged.length).toBeGreaterThan(2);
  expect(wiring.logged.join("\n")).not.toMatch(/\+\d|2125550|Bo|example|Hi/);
});
