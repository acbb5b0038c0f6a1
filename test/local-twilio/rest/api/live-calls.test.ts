import { LINE, type LiveLine, openLiveLine, PHONE, patient, speaking } from "./live-line";

/* The helper library as the client; quotations: https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource */
const DOCUMENTS = {
  voice:
    '<Pause length="5"/><Say>Hello</Say><Dial><Conference beep="false">room</Conference></Dial><Say>Next</Say>',
};
let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine(DOCUMENTS);
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

const soleCall = async () => (await line.client.calls.list())[0]?.sid ?? "";
const texts = (heard: readonly { text: string }[]) => heard.map(({ text }) => text);

describe("Status", () => {
  test.each([
    ["canceled", 3, "canceled"],
    ["completed", 3, "completed"],
  ] as const)("%s hangs up a call that is ringing", async (status, at, expected) => {
    const calling = line.call();
    await line.until(at);
    await line.client.calls(await soleCall()).update({ status });
    const outcome = await calling;
    expect(outcome).toMatchObject({ status: expected, answered: false, hungUpBy: "none" });
    expect(texts(outcome.heard)).toEqual(["ringing"]);
  });

  test("completed hangs up a call in progress: no later verb is executed", async () => {
    const calling = line.call();
    await line.until(20);
    await line.client.calls(await soleCall()).update({ status: "completed" });
    const outcome = await calling;
    expect(outcome).toMatchObject({ status: "completed", answered: true, hungUpBy: "twilio" });
    expect(texts(outcome.heard)).not.toContain("Next");
    const [row] = line.local.account.conferences.values();
    expect(row).toMatchObject({ status: "completed" });
    expect((await line.client.calls(outcome.callSid).fetch()).duration).toBe("15");
  });

  test("canceled will not affect calls already in progress", async () => {
    const calling = line.call(patient(30));
    await line.until(10);
    expect(await line.client.calls(await soleCall()).update({ status: "canceled" })).toMatchObject({
      status: "in-progress",
    });
    expect((await calling).hungUpBy).toBe("caller");
  });

  test("21220: a call that is over cannot be ended; there is no other call", async () => {
    const { callSid } = await line.call(patient(2));
    const { calls } = line.client;
    await expect(calls(callSid).update({ status: "completed" })).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
    await expect(calls(`CA${"0".repeat(32)}`).update({ status: "completed" })).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("recording a call in progress", () => {
  test("until it ends; the callback is told it was started by the API", async () => {
    line.local.switchboard.phones.set(PHONE, { does: "answers", party: patient() });
    const calling = line.call(speaking("good to hear you"));
    await line.until(6);
    const { callSid: phone } = await line.client
      .conferences("room")
      .participants.create({ from: LINE, to: PHONE, endConferenceOnExit: true, beep: "false" });
    const sid = (await line.client.calls.list({ status: "in-progress" }))[0]?.sid ?? "";
    await line.until(9);
    const recordingStatusCallback = `${line.url}/recorded`;
    const recordingStatusCallbackEvent = ["in-progress", "completed"];
    const created = await line.client
      .calls(sid)
      .recordings.create({ recordingStatusCallback, recordingStatusCallbackEvent });
    expect(created).toMatchObject({ status: "in-progress", duration: null, source: "StartCallRecordingAPI" });
    await line.until(25);
    await line.client.calls(phone).update({ status: "completed" });
    await (await calling).afterwards;
    const recording = await line.client.recordings(created.sid).fetch();
    expect(recording).toMatchObject({ status: "completed", callSid: sid });
    expect(line.local.account.recordings.get(created.sid)?.speech).toBe("good to hear you");
    const [started, completed] = line.told.filter(({ url }) => url === recordingStatusCallback);
    expect(started).toMatchObject({ at: 9, parameters: { RecordingStatus: "in-progress" } });
    expect(completed?.parameters).toMatchObject({
      CallSid: sid,
      RecordingSid: created.sid,
      RecordingStatus: "completed",
      RecordingSource: "StartCallRecordingAPI",
      RecordingDuration: recording.duration,
    });
  });

  test("21220: only a call in progress can be recorded", async () => {
    const calling = line.call(patient(8));
    await line.until(3);
    const sid = await soleCall();
    await expect(line.client.calls(sid).recordings.create()).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
    await calling;
    await expect(line.client.calls(sid).recordings.create()).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
  });
});
