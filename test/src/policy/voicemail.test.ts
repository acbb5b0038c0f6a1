import {
  addRecording,
  addTranscript,
  claimMail,
  decideMail,
  dueEntries,
  isTranscribable,
  type MailDecision,
  type OutboxEntry,
  type RecordingFacts,
  settleMail,
  type TranscriptFacts,
  type Voicemail,
} from "../../../src/policy/voicemail";
import { parseRecordingSid } from "../../../src/telephony/sids";

const now = new Date("2026-01-05T15:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const callSid = `CA${"0".repeat(32)}`;
const parties = { from: "+12125550123", to: "+12125550100" };
const recording: RecordingFacts = { callSid, seconds: 6, isTranscribed: true, parties };
const transcript: TranscriptFacts = { callSid, status: "completed", text: " Hi, it is Bo. ", parties };
const stored: Voicemail = {
  callSid,
  ...parties,
  seconds: 6,
  at: now.toISOString(),
  transcription: "awaited",
};

// https://www.twilio.com/docs/api/errors/13617: "greater than 2 seconds and less than 120 seconds"
test.each([
  [0, false],
  [2, false],
  [3, true],
  [119, true],
  [120, false],
  [3600, false],
])("a recording of %i seconds: transcribed is %s", (seconds, isTranscribed) => {
  expect(isTranscribable(seconds)).toBe(isTranscribed);
});

test.each<[string, Change, MailDecision]>([
  ["waits while a transcript may come", {}, "wait"],
  ["waits until just before ten minutes", { at: minutesAgo(9.99) }, "wait"],
  ["goes out after ten minutes without transcript", { at: minutesAgo(10) }, "send"],
  ["goes out with its transcript", { transcription: "completed" }, "send"],
  ["goes out when transcribing failed", { transcription: "failed" }, "send"],
  ["goes out at once when no transcript can come", { transcription: "none" }, "send"],
  [
    "goes out with a transcript that came before the recording's length",
    { transcription: "completed", seconds: undefined },
    "send",
  ],
  ["of a recording of 2 seconds goes out", { transcription: "none", seconds: 2 }, "send"],
  ["of a recording under 2 seconds is not sent", { transcription: "none", seconds: 1 }, "done"],
  ["of an empty recording is not sent, however late", { seconds: 0, at: minutesAgo(60) }, "done"],
  ["is not sent twice", { transcription: "completed", mailedAt: minutesAgo(1) }, "done"],
  [
    "is not sent while another Function sends it",
    { transcription: "completed", claimedAt: minutesAgo(1) },
    "claimed",
  ],
  [
    "goes out when the Function that sent it has died",
    { transcription: "completed", claimedAt: minutesAgo(2) },
    "send",
  ],
  ["goes out again after an error", { transcription: "completed", error: "mail server: ETIMEDOUT" }, "send"],
  ["goes out when a hand edit spoiled its time", { at: "yesterday" }, "send"],
  ["goes out when a hand edit spoiled the claim", { transcription: "none", claimedAt: "?" }, "send"],
])("the mail of a voicemail %s", (_what, change, decision) => {
  expect(decideMail(withChange(change), now)).toBe(decision);
});

type Change = { [K in keyof Voicemail]?: Voicemail[K] | undefined };
function withChange(change: Change): Voicemail {
  return JSON.parse(JSON.stringify({ ...stored, ...change }));
}

test.each<[string, Partial<RecordingFacts>, Partial<Voicemail>]>([
  ["a transcript is awaited", {}, { transcription: "awaited", seconds: 6 }],
  ["a flow that transcribes nothing awaits nothing", { isTranscribed: false }, { transcription: "none" }],
  ["2 seconds are too short for a transcript", { seconds: 2 }, { transcription: "none", seconds: 2 }],
  ["two minutes are too long for one", { seconds: 120 }, { transcription: "none", seconds: 120 }],
])("of a new recording, %s", (_what, change, expected) => {
  expect(addRecording(undefined, { ...recording, ...change }, now)).toEqual({ ...stored, ...expected });
});

test("a recording of unknown length is kept, and its transcript awaited", () => {
  const { seconds: _unknown, ...facts } = recording;
  const { seconds: _none, ...voicemail } = stored;
  expect(addRecording(undefined, facts, now)).toEqual(voicemail);
});

test("recording and transcript give the same voicemail in either order", () => {
  const whole = { ...stored, transcription: "completed", transcript: "Hi, it is Bo." };
  expect(addTranscript(addRecording(undefined, recording, now), transcript, now)).toEqual(whole);
  expect(addRecording(addTranscript(undefined, transcript, now), recording, now)).toEqual(whole);
});

test("a callback that comes again changes nothing", () => {
  const recorded = addRecording(undefined, recording, now);
  expect(addRecording(recorded, recording, now)).toBe(recorded);
  const whole = addTranscript(recorded, transcript, now);
  expect(addTranscript(whole, { ...transcript, text: "else" }, now)).toBe(whole);
  expect(addTranscript(whole, { ...transcript, status: "failed", text: "" }, now)).toBe(whole);
  expect(addRecording(whole, recording, now)).toBe(whole);
});

test("what was not known of the call is added, what was known stays", () => {
  const unknown = addRecording(undefined, { ...recording, parties: {} }, now);
  expect(unknown).not.toHaveProperty("from");
  expect(addTranscript(unknown, transcript, now)).toMatchObject(parties);
  const other = { ...transcript, parties: { from: "withheld", to: "+12125550199" } };
  expect(addTranscript(stored, other, now)).toMatchObject(parties);
});

test("a failed transcript, and one without words, leave no text", () => {
  expect(addTranscript(stored, { ...transcript, status: "failed" }, now)).not.toHaveProperty("transcript");
  expect(addTranscript(stored, { ...transcript, text: "  " }, now)).not.toHaveProperty("transcript");
});

// https://www.twilio.com/docs/sync/limits: 16 KiB for an item
test("the longest transcript of the widest characters fits a Sync item", () => {
  const { transcript: text = "" } = addTranscript(stored, { ...transcript, text: "語".repeat(20_000) }, now);
  expect(Buffer.byteLength(text)).toBeLessThan(15 * 1024);
  expect(text.length).toBeGreaterThan(2000); // two minutes of fast speech
});

test("a claim ends when the mail is accepted or refused", () => {
  const claimed = claimMail({ ...stored, error: "mail server: EAUTH 535" }, now);
  expect(settleMail(claimed, now)).toEqual({ ...stored, mailedAt: now.toISOString() });
  expect(settleMail(claimed, now, "SMTP_URL is not set")).toEqual({
    ...stored,
    error: "SMTP_URL is not set",
  });
});

test("the outbox gives up what is due, least tried and oldest first", () => {
  const due = dueEntries(
    [
      entry("1", { at: minutesAgo(30), tries: 2 }),
      entry("2", { at: minutesAgo(9) }),
      entry("3", { at: minutesAgo(11) }),
      entry("4", { at: minutesAgo(1), tries: 1 }),
      entry("5", { at: minutesAgo(40) }),
    ],
    now,
  );
  expect(due.map(({ recordingSid }) => recordingSid.at(-1))).toEqual(["5", "3", "4", "1"]);
});

function entry(digit: string, change: Partial<OutboxEntry>): OutboxEntry {
  const recordingSid = parseRecordingSid(`RE${digit.repeat(32)}`);
  if (recordingSid === undefined) throw new Error("no SID");
  return { recordingSid, callSid, at: now.toISOString(), tries: 0, ...change };
}
