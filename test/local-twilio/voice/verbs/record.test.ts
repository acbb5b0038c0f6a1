import {
  during,
  HOST,
  hangUp,
  placeCall,
  press,
  requestsTo,
  speak,
  textsHeard,
  whileAwaiting,
} from "../phone-line";

const RECORDED = "recordingStatusCallback='/recorded'";
const TRANSCRIBED = "transcribe='true' transcribeCallback='/transcribed'";

// Facts: https://www.twilio.com/docs/voice/twiml/record
describe("<Record>", () => {
  test("beeps, records until five silent seconds, and requests the action", async () => {
    // "If the caller is silent for more than five seconds, hits the # key, or the recording maxlength time is hit,
    // Twilio will make an HTTP POST request to the action URL with the parameters RecordingUrl and RecordingDuration."
    const call = await placeCall({
      replies: { "/voice": '<Record action="/done"/><Say>never</Say>', "/done": "<Say>Thanks</Say>" },
      steps: [whileAwaiting("message", speak("Hi, it is Bo", 6, 0.5))],
    });
    const { account } = call.world;
    const [recording] = call.outcome.recordings;
    expect(recording?.seconds).toBe(6);
    const [request] = requestsTo(call, "/done");
    expect(request).toMatchObject({
      method: "POST",
      at: 0.5 + 6 + 5,
      parameters: {
        RecordingSid: recording?.sid,
        RecordingDuration: "6",
        RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${account.sid}/Recordings/${recording?.sid}`,
        CallStatus: "in-progress",
      },
    });
    expect(request?.parameters).not.toHaveProperty("Digits");
    expect(textsHeard(call.outcome)).toEqual(["beep", "Thanks"]);
    expect(account.recordings.get(recording?.sid ?? "")).toMatchObject({
      callSid: call.outcome.callSid,
      duration: 6,
      speech: "Hi, it is Bo",
      source: "RecordVerb",
      status: "completed",
    });
  });

  test.each([
    // [attributes, when the recording ends in seconds after the beep for a message of 6 s from second 1 on, duration]
    ["timeout='2'", 9, "6"],
    // "If you set maxLength to 30, the recording will automatically end after 30 seconds of recorded time has elapsed."
    ["maxLength='4'", 4, "3"],
    // "To disable this feature, set timeout to 0."
    ["timeout='0' maxLength='30'", 30, "6"],
    ["trim='do-not-trim'", 12, "12"],
    // "the default maxLength is 3600, but 120 when transcribe is set"
    ["timeout='0' transcribe='true'", 120, "6"],
    ["timeout='0'", 3600, "6"],
  ])("ends by silence or by length: %s", async (attributes, at, duration) => {
    const call = await placeCall({
      replies: { "/voice": `<Record playBeep="false" action="/done" ${attributes}/>`, "/done": "" },
      steps: [whileAwaiting("message", speak("Hello", 6, 1))],
    });
    expect(requestsTo(call, "/done")).toMatchObject([{ at, parameters: { RecordingDuration: duration } }]);
  });

  test.each([
    // "The default is 1234567890*# (any key will end the recording)"
    ["<Record action='/done'/>", "5", ["5"]],
    ["<Record action='/done' finishOnKey='#*'/>", "12*#", ["*"]],
    ["<Record action='/done' finishOnKey='#'/>", "12", [undefined]],
  ])("%s ends by its keys", async (document, keys, digits) => {
    const call = await placeCall({
      replies: { "/voice": document, "/done": "" },
      steps: [whileAwaiting("message", speak("Hello", 3)), during("silence", press(keys, 1))],
    });
    expect(requestsTo(call, "/done").map(({ parameters }) => parameters.Digits)).toEqual(digits);
    expect(call.outcome.recordings).toMatchObject([{ seconds: 3 }]);
  });

  test("without an action the current document is requested again", async () => {
    const call = await placeCall({ replies: { "/voice": ["<Record/>", "<Hangup/>"] } });
    expect(requestsTo(call, "/voice")).toMatchObject([
      {},
      { method: "POST", parameters: { RecordingDuration: "0" } },
    ]);
  });

  test("silence makes a recording of 0 seconds, with its callbacks but no transcription", async () => {
    // The current page saves silent recordings by default; older ones skipped the action.
    const call = await placeCall({
      replies: {
        "/voice": `<Record action="/done" ${RECORDED} ${TRANSCRIBED}/>`,
        "/done": "",
        "/recorded": "",
      },
    });
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { RecordingDuration: "0" } }]);
    expect(requestsTo(call, "/recorded")).toMatchObject([{ parameters: { RecordingDuration: "0" } }]);
    expect(requestsTo(call, "/transcribed")).toEqual([]);
  });

  test("a hang-up keeps the message: action with Digits=hangup, status, recording and transcription callbacks", async () => {
    const call = await placeCall({
      replies: {
        "/voice": `<Record action="/done" ${RECORDED} ${TRANSCRIBED}/>`,
        "/done": "<Say>never</Say>",
        "/status": "",
      },
      steps: [whileAwaiting("message", speak("Hi, it is Bo", 6)), during("silence", hangUp(1))],
    });
    expect(call.seen.map(({ path, at }) => [path, at])).toEqual([
      ["/voice", 0],
      ["/done", 7.5],
      ["/status", 7.5],
      ["/recorded", 8.5],
      ["/transcribed", 27.5],
    ]);
    expect(requestsTo(call, "/done")).toMatchObject([
      { parameters: { Digits: "hangup", CallStatus: "completed" } },
    ]);
    expect(call.outcome).toMatchObject({ hungUpBy: "caller", recordings: [{ seconds: 6 }] });
    expect(textsHeard(call.outcome)).toEqual(["beep"]);
  });

  test("a hang-up at the beep leaves an empty recording", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Record action="/done"/>', "/done": "" },
      steps: [during("beep", hangUp(0.1))],
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      { parameters: { Digits: "hangup", RecordingDuration: "0" } },
    ]);
  });

  test("who speaks into the beep is recorded from its end on", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Record action="/done"/>', "/done": "" },
      steps: [during("beep", speak("Hello", 2, 0.2))],
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      { at: 0.5 + 2 + 5, parameters: { RecordingDuration: "2" } },
    ]);
  });

  test("playBeep false makes no beep", async () => {
    const call = await placeCall({
      replies: { "/voice": '<Record playBeep="false" action="/done"/>', "/done": "" },
    });
    expect(textsHeard(call.outcome)).toEqual([]);
  });

  test("the recording status callback has the documented parameters and nothing about the caller", async () => {
    // "Request parameters" of recordingStatusCallback on the page above
    const call = await placeCall({
      replies: {
        "/voice": `<Say>one two three four five</Say><Record action="/done" ${RECORDED}/>`,
        "/done": "<Hangup/>",
      },
      steps: [during("beep", speak("Hello", 4))],
    });
    const { sid } = call.outcome.recordings[0] ?? {};
    const accountSid = call.world.account.sid;
    expect(requestsTo(call, "/recorded").map(({ method, parameters }) => ({ method, parameters }))).toEqual([
      {
        method: "POST",
        parameters: {
          AccountSid: accountSid,
          CallSid: call.outcome.callSid,
          RecordingSid: sid,
          RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`,
          RecordingStatus: "completed",
          RecordingDuration: "4",
          RecordingChannels: "1",
          RecordingStartTime: "Mon, 05 Jan 2026 15:00:02 +0000",
          RecordingSource: "RecordVerb",
          RecordingTrack: "both",
          ErrorCode: "0",
        },
      },
    ]);
  });

  test.each([
    ["in-progress completed", ["in-progress", "completed"]],
    ["completed absent", ["completed"]],
    ["absent", []],
  ])("recordingStatusCallbackEvent %s", async (events, statuses) => {
    const call = await placeCall({
      replies: {
        "/voice": `<Record ${RECORDED} recordingStatusCallbackMethod="GET" recordingStatusCallbackEvent="${events}" action="/done"/>`,
        "/done": "",
      },
      steps: [during("beep", speak("Hello", 4))],
    });
    expect(
      requestsTo(call, "/recorded").map(({ method, parameters }) => [method, parameters.RecordingStatus]),
    ).toEqual(statuses.map((status) => ["GET", status]));
  });

  test("the transcription is what was spoken, twenty seconds later, about the same call", async () => {
    const call = await placeCall({
      replies: { "/voice": `<Record action="/done" timeout="3" ${TRANSCRIBED}/>`, "/done": "<Hangup/>" },
      steps: [during("beep", speak("Hi, it is Bo.", 4)), whileAwaiting("message", speak("Call me.", 2, 1))],
    });
    expect(requestsTo(call, "/transcribed")).toMatchObject([
      {
        url: `${HOST}/transcribed`,
        method: "POST",
        at: 0.5 + 4 + 1 + 2 + 3 + 20,
        parameters: {
          TranscriptionStatus: "completed",
          TranscriptionText: "Hi, it is Bo. Call me.",
          TranscriptionSid: expect.stringMatching(/^TR[0-9a-f]{32}$/),
          RecordingSid: call.outcome.recordings[0]?.sid,
          CallSid: call.outcome.callSid,
          From: call.outcome.from,
          To: call.outcome.to,
        },
      },
    ]);
  });

  test.each([
    // "Transcription is currently limited to recordings with a duration greater than 2 seconds and less than 120
    // seconds." https://www.twilio.com/docs/api/errors/13617
    ["2 seconds", TRANSCRIBED, 2, []],
    ["3 seconds", TRANSCRIBED, 3, ["completed"]],
    ["119 seconds", `${TRANSCRIBED} maxLength='300'`, 119, ["completed"]],
    ["120 seconds", `${TRANSCRIBED} maxLength='300'`, 120, []],
    // "If transcribeCallback is specified, then you will also need to specify transcribe=true; it is no longer implicit."
    ["3 seconds and no transcribe", "transcribeCallback='/transcribed'", 3, []],
  ])("%s: transcriptions %j", async (_name, attributes, seconds, statuses) => {
    const call = await placeCall({
      replies: { "/voice": `<Record action="/done" ${attributes}/>`, "/done": "" },
      steps: [during("beep", speak("Hello", seconds))],
    });
    expect(requestsTo(call, "/transcribed").map(({ parameters }) => parameters.TranscriptionStatus)).toEqual(
      statuses,
    );
  });

  test("what nobody could understand is a failed transcription without text", async () => {
    const call = await placeCall({
      replies: { "/voice": `<Record action="/done" ${TRANSCRIBED}/>`, "/done": "" },
      steps: [during("beep", speak("", 5))],
    });
    const [request] = requestsTo(call, "/transcribed");
    expect(request?.parameters).toMatchObject({ TranscriptionStatus: "failed" });
    expect(request?.parameters).not.toHaveProperty("TranscriptionText");
  });
});
