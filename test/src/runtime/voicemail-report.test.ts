import type { Voicemail } from "../../../src/policy/voicemail";
import { retryUnsent } from "../../../src/runtime/retry-unsent";
import { renderVoicemails, reportVoicemails } from "../../../src/runtime/voicemail-report";
import { noteUnsent } from "../../../src/store/outbox";
import { CALL_SID, CALLER, type FakeWiring, fakeWiring, LINE, recordingSid } from "../mail/fake-wiring";

const at = "2026-01-05T15:00:00.000Z";
const voicemail: Voicemail = {
  callSid: CALL_SID,
  from: CALLER,
  to: LINE,
  seconds: 6,
  at,
  transcription: "none",
};

let wiring: FakeWiring;
beforeEach(() => {
  wiring = fakeWiring();
});
const put = (digit: string, change: Partial<Voicemail>) =>
  wiring.memory.createItem("voicemails", recordingSid(digit), { ...voicemail, ...change });
const report = () => reportVoicemails(wiring.memory, wiring.now());
const unsent = async (digit: string) => {
  const entry = { recordingSid: recordingSid(digit), callSid: CALL_SID, at, tries: 0 };
  await noteUnsent(wiring.memory, entry, "SMTP_URL is not set");
};

test("each voicemail is shown with how its mail stands", async () => {
  await put("1", { mailedAt: at });
  await put("2", { transcription: "awaited" });
  await put("3", { seconds: 1 });
  await put("4", { error: "SMTP_URL is not set" });
  await unsent("4");
  await put("5", { claimedAt: at });
  const states = (await report()).map(({ recordingSid: sid, mail, tries }) => [sid.at(-1), mail, tries]);
  expect(states).toEqual([
    ["1", "mailed", 0],
    ["2", "waiting", 0],
    ["3", "short", 0],
    ["4", "unsent", 1],
    ["5", "waiting", 0],
  ]);
});

test("one that only the outbox knows is unsent", async () => {
  await unsent("7");
  expect(await report()).toMatchObject([{ recordingSid: recordingSid("7"), mail: "unsent", tries: 1 }]);
});

test("the terminal shows why a mail did not go out, and no control character", async () => {
  await put("4", { error: "SMTP_URL is not set", transcript: "a\u001b[2Jb\nc", heardAt: at });
  await unsent("4");
  const text = renderVoicemails(await report());
  expect(text).toContain("UNSENT (SMTP_URL is not set, tried 1 times)  heard");
  expect(text).toContain("a [2Jb c");
  expect(text.split("\n")).toHaveLength(2);
  expect(renderVoicemails([])).toBe("No voicemails.");
});

test("a retry sends what is unsent, and only that", async () => {
  await put("1", { mailedAt: at });
  await put("2", { transcription: "awaited" });
  await put("4", { error: "SMTP_URL is not set" });
  await unsent("4");
  await unsent("7");
  expect(await retryUnsent(wiring, await report())).toEqual(["sent", "sent"]);
  expect(wiring.sent).toHaveLength(2);
  expect(wiring.memory.rows("outbox")).toEqual({});
  expect((await report()).filter(({ mail }) => mail === "unsent")).toEqual([]);
});
