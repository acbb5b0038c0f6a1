import { receiveRecording } from "../../../src/runtime/receive-recording";
import { sweepOutbox } from "../../../src/runtime/sweep-outbox";
import { readRecordingCallback } from "../../../src/telephony/read-recording-callback";
import { CALL_SID, deadSync, type FakeWiring, fakeWiring, policy, recordingSid } from "../mail/fake-wiring";
import { department, office } from "../policy/office/samples";

const SID = recordingSid("1");
let wiring: FakeWiring;
beforeEach(() => {
  wiring = fakeWiring();
  wiring.policyNow = { ...policy, office: office() };
});
const called = (row: Record<string, unknown>) => wiring.memory.createItem("calls", CALL_SID, row);
async function recorded() {
  const form = { CallSid: CALL_SID, RecordingSid: SID, RecordingStatus: "completed", RecordingDuration: "6" };
  return receiveRecording(wiring, readRecordingCallback(form), false);
}
const mail = () => wiring.sent[0];

test("a message for a department goes to its address, and the mail names it", async () => {
  await called({ department: "finance", disposition: "abandoned" });
  expect(await recorded()).toBe("sent");
  expect(mail()).toMatchObject({
    to: "finance@example.com",
    text: expect.stringContaining("\nTo: Finance, Home\n"),
  });
  expect(wiring.memory.rows("voicemails")[SID]).toMatchObject({ department: "finance" });
});

test("a department without an address has its mail at the line's", async () => {
  await called({ department: "bicycles" });
  await recorded();
  expect(mail()).toMatchObject({
    to: "home@example.com",
    text: expect.stringContaining("\nTo: Bicycles, Home\n"),
  });
});

test("one without a name of its own is not named", async () => {
  wiring.policyNow = { ...policy, office: office({ departments: { desk: department({ name: {} }) } }) };
  await called({ department: "desk" });
  await recorded();
  expect(mail()?.text).toContain("\nTo: Home\n");
});

test.each<[string, Record<string, unknown>]>([
  ["a call without a department", { disposition: "abandoned" }],
  ["a department that is no more", { department: "gone" }],
  ["a hand edit", { department: 5 }],
])("%s: to the line's address", async (_name, row) => {
  await called(row);
  await recorded();
  expect(mail()).toMatchObject({ to: "home@example.com", text: expect.stringContaining("\nTo: Home\n") });
});

test("a house without an office asks for no row", async () => {
  wiring.policyNow = policy;
  const read = jest.spyOn(wiring.memory, "readItem");
  await recorded();
  expect(read.mock.calls.filter(([map]) => map === "calls")).toEqual([]);
  expect(mail()?.to).toBe("home@example.com");
});

test.each(["down", "too slow"])(
  "with the row %s the message is not lost: to the line's address",
  async (how) => {
    const hang = () => new Promise<never>(() => undefined);
    wiring.gateway = () => (how === "down" ? deadSync() : { ...deadSync(), readItem: hang });
    expect(await recorded()).toBe("sent");
    expect(mail()?.to).toBe("home@example.com");
  },
);

test("a mail that was refused goes to the department when it is tried again, though the row has gone", async () => {
  await called({ department: "finance" });
  wiring.mailError = new Error("refused");
  expect(await recorded()).toBe("unsent");
  await wiring.memory.removeItem("calls", CALL_SID);
  wiring.mailError = undefined;
  await sweepOutbox(wiring);
  expect(mail()?.to).toBe("finance@example.com");
});
