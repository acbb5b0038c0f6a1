import {
  CALLEE,
  CALLER,
  during,
  hangUp,
  LINE,
  placeCall,
  press,
  requestsTo,
  textsHeard,
  whileAwaiting,
} from "../phone-line";
import { scriptedCallee } from "../scripted-callee";

const OTHER = "+12125550124";
const THIRD = "+12125550125";
/** ANONYMOUS on a keypad: what Twilio reports of a caller who withholds the number. */
const WITHHELD = `+${266696687}`;

// Facts: https://www.twilio.com/docs/voice/twiml/dial
describe("<Dial>", () => {
  test("rings, connects, and requests the action when the callee hangs up", async () => {
    const call = await placeCall({
      replies: {
        "/voice": `<Dial action="/done"><Number>${CALLEE}</Number></Dial><Say>never</Say>`,
        "/done": "",
      },
      callees: { [CALLEE]: { does: "answers", seconds: 20 } },
    });
    const child = [...call.world.account.calls.values()].find(({ parentCallSid }) => parentCallSid);
    expect(requestsTo(call, "/done")).toMatchObject([
      {
        at: 4 + 20,
        parameters: {
          DialCallStatus: "completed",
          DialCallSid: child?.sid,
          DialCallDuration: "20",
          DialBridged: "true",
          CallSid: call.outcome.callSid,
          CallStatus: "in-progress",
        },
      },
    ]);
    expect(child).toMatchObject({
      from: CALLER,
      to: CALLEE,
      direction: "outbound-dial",
      status: "completed",
      duration: 20,
    });
    expect(call.outcome.dialed).toEqual([{ to: CALLEE, callerId: CALLER, status: "completed" }]);
    expect(textsHeard(call.outcome)).toEqual(["ringing", "conversation"]);
    expect(call.outcome.hungUpBy).toBe("callee");
  });

  test.each([
    // DialCallStatus values: "busy", "no-answer: the called party did not pick up before the timeout period passed", "failed"
    ["no-answer", "", "no-answer", 30],
    ["no-answer", 'timeout="12"', "no-answer", 12],
    ["busy", "", "busy", 0],
    ["failed", "", "failed", 0],
    // A callee answers after four seconds: too late here.
    ["answers", 'timeout="3"', "no-answer", 3],
  ] as const)("a callee who does %s (%s): DialCallStatus %s", async (does, attributes, status, at) => {
    const call = await placeCall({
      replies: {
        "/voice": `<Dial action="/done" ${attributes}>${CALLEE}</Dial>`,
        "/done": "<Say>sorry</Say>",
      },
      callees: { [CALLEE]: { does } },
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      { at, parameters: { DialCallStatus: status, DialBridged: "false" } },
    ]);
    expect(call.outcome.dialed).toEqual([{ to: CALLEE, callerId: CALLER, status }]);
    expect(textsHeard(call.outcome).at(-1)).toBe("sorry");
  });

  test("without an action the next verb follows", async () => {
    // "If no action is provided, <Dial> will finish and Twilio will move on to the next TwiML verb in the document."
    const call = await placeCall({
      replies: { "/voice": `<Dial>${CALLEE}</Dial><Say>Goodbye</Say>` },
      callees: { [CALLEE]: { does: "no-answer" } },
    });
    expect(textsHeard(call.outcome)).toEqual(["ringing", "Goodbye"]);
    expect(requestsTo(call, "/voice")).toHaveLength(1);
  });

  test("who hung up is Twilio again once something has been heard after the conversation", async () => {
    const call = await placeCall({ replies: { "/voice": `<Dial>${CALLEE}</Dial><Say>Goodbye</Say>` } });
    expect(call.outcome.hungUpBy).toBe("twilio");
  });

  test("a conversation lasts thirty seconds when nobody says otherwise", async () => {
    const call = await placeCall({
      replies: { "/voice": `<Dial action="/done">${CALLEE}</Dial>`, "/done": "" },
    });
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialCallDuration: "30" } }]);
  });

  test("timeLimit ends the conversation", async () => {
    const call = await placeCall({
      replies: { "/voice": `<Dial timeLimit="9" action="/done">${CALLEE}</Dial>`, "/done": "" },
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      { parameters: { DialCallDuration: "9", DialCallStatus: "completed" } },
    ]);
  });

  describe("with somebody on the dialled phone", () => {
    // The same texts of docs/voice/twiml/dial as above: timeLimit, hangupOnStar.
    test.each([
      ['timeLimit="9"', [], 4 + 9, "9", "twilio"],
      ['hangupOnStar="true"', [during("conversation", press("1*", 5))], 9.2, "5", "twilio"],
      ["", [during("conversation", press("1*", 5))], 4 + 20, "20", "callee"],
    ] as const)("%s", async (attributes, steps, at, DialCallDuration, hungUpBy) => {
      const { phone } = scriptedCallee(during("conversation", hangUp(20)));
      const call = await placeCall({
        replies: { "/voice": `<Dial ${attributes} action="/done">${CALLEE}</Dial>`, "/done": "<Pause/>" },
        callees: { [CALLEE]: phone },
        steps,
      });
      const parameters = { DialCallDuration, DialCallStatus: "completed", DialBridged: "true" };
      expect(requestsTo(call, "/done")).toMatchObject([{ at, parameters }]);
      expect(call.outcome).toMatchObject({ hungUpBy });
      expect(call.world.switchboard.legs.size).toBe(0);
    });
  });

  test("a caller who hangs up while it rings cancels the child call", async () => {
    // Recorded action requests of this case have DialCallStatus=canceled with CallStatus=completed.
    const call = await placeCall({
      replies: { "/voice": `<Dial action="/done">${CALLEE}</Dial>`, "/done": "<Say>never</Say>" },
      callees: { [CALLEE]: { does: "no-answer" } },
      steps: [whileAwaiting("answer", hangUp(7))],
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      { at: 7, parameters: { DialCallStatus: "canceled", CallStatus: "completed", DialBridged: "false" } },
    ]);
    expect(call.outcome).toMatchObject({ hungUpBy: "caller", dialed: [{ status: "canceled" }] });
    expect(textsHeard(call.outcome)).toEqual(["ringing"]);
  });

  test("a caller who hangs up in the conversation completes it", async () => {
    const call = await placeCall({
      replies: { "/voice": `<Dial action="/done">${CALLEE}</Dial>`, "/done": "", "/status": "" },
      steps: [during("conversation", hangUp(8))],
    });
    expect(call.seen.map(({ path }) => path)).toEqual(["/voice", "/done", "/status"]);
    expect(requestsTo(call, "/done")).toMatchObject([
      {
        parameters: {
          DialCallStatus: "completed",
          DialCallDuration: "8",
          CallStatus: "completed",
          DialBridged: "true",
        },
      },
    ]);
    expect(requestsTo(call, "/status")).toMatchObject([{ parameters: { CallDuration: "12" } }]);
  });

  test("hangupOnStar: the caller leaves the conversation and the call goes on", async () => {
    // "hangupOnStar lets the calling party hang up on the called party by pressing the * key on his phone."
    const call = await placeCall({
      replies: {
        "/voice": `<Dial hangupOnStar="true" action="/done">${CALLEE}</Dial>`,
        "/done": "<Pause/>",
      },
      steps: [during("conversation", press("1*", 5))],
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      {
        at: 9.2,
        parameters: { DialCallDuration: "5", DialCallStatus: "completed", CallStatus: "in-progress" },
      },
    ]);
    expect(call.outcome).toMatchObject({ hungUpBy: "twilio", pressed: ["1*"] });
  });

  test("answerOnBridge leaves the caller ringing until the callee answers", async () => {
    // "answerOnBridge […] the inbound call will ring until the dialed call picks up"
    const answered = await placeCall({
      replies: { "/voice": `<Dial answerOnBridge="true">${CALLEE}</Dial>` },
    });
    expect(answered.outcome).toMatchObject({ answered: true, status: "completed" });
    expect(answered.world.account.calls.get(answered.outcome.callSid)?.duration).toBe(30);
    const given = await placeCall({
      replies: { "/voice": `<Dial answerOnBridge="true">${CALLEE}</Dial>` },
      steps: [whileAwaiting("answer", hangUp(2))],
    });
    expect(given.outcome).toMatchObject({ answered: false, status: "canceled" });
  });

  describe("several numbers", () => {
    const NUMBERS = [CALLEE, OTHER, THIRD].map((number) => `<Number>${number}</Number>`).join("");

    test("ring at once; the first to answer is connected and the others are canceled", async () => {
      const call = await placeCall({
        replies: { "/voice": `<Dial action="/done">${NUMBERS}</Dial>`, "/done": "" },
        callees: {
          [CALLEE]: { does: "no-answer" },
          [OTHER]: { does: "answers", seconds: 5 },
          [THIRD]: { does: "busy" },
        },
      });
      expect(requestsTo(call, "/done")).toMatchObject([
        { at: 9, parameters: { DialCallStatus: "completed" } },
      ]);
      expect(call.outcome.dialed.map(({ to, status }) => [to, status])).toEqual([
        [THIRD, "busy"],
        [CALLEE, "canceled"],
        [OTHER, "completed"],
      ]);
    });

    test("ring one after another when sequential", async () => {
      const call = await placeCall({
        replies: {
          "/voice": `<Dial sequential="true" timeout="10" action="/done">${NUMBERS}</Dial>`,
          "/done": "",
        },
        callees: {
          [CALLEE]: { does: "no-answer" },
          [OTHER]: { does: "busy" },
          [THIRD]: { does: "answers", seconds: 5 },
        },
      });
      expect(requestsTo(call, "/done")).toMatchObject([
        { at: 10 + 4 + 5, parameters: { DialCallStatus: "completed" } },
      ]);
    });

    test("nobody answers: no-answer beats busy beats failed", async () => {
      const call = await placeCall({
        replies: { "/voice": `<Dial action="/done">${NUMBERS}</Dial>`, "/done": "" },
        callees: { [CALLEE]: { does: "failed" }, [OTHER]: { does: "busy" }, [THIRD]: { does: "no-answer" } },
      });
      expect(requestsTo(call, "/done")).toMatchObject([
        { at: 30, parameters: { DialCallStatus: "no-answer" } },
      ]);
    });
  });

  describe("callerId", () => {
    test.each([
      ["the inbound From is the default", "", CALLER, CALLER],
      ["the inbound To", `callerId="${LINE}"`, CALLER, LINE],
      ["an owned number for a withheld caller", `callerId="${LINE}"`, WITHHELD, LINE],
      ["an owned number for a SIP caller", `callerId="${LINE}"`, "sip:kitchen@example.sip.twilio.com", LINE],
    ])("may be %s", async (_name, attribute, from, callerId) => {
      const call = await placeCall({ replies: { "/voice": `<Dial ${attribute}>${CALLEE}</Dial>` }, from });
      expect(call.outcome.dialed).toEqual([{ to: CALLEE, callerId, status: "completed" }]);
      expect(call.outcome.errors).toEqual([]);
    });

    test.each([
      // https://www.twilio.com/docs/api/errors/13214: "Dial: Invalid callerId value"
      ["a stranger's number", `callerId="${OTHER}"`, CALLER],
      ["a withheld number, passed on", "", WITHHELD],
      ["the word anonymous, passed on", "", "anonymous"],
      ["a SIP caller's own URI", "", "sip:kitchen@example.sip.twilio.com"],
    ])("may not be %s: the child call fails with 13214", async (_name, attribute, from) => {
      const call = await placeCall({
        replies: { "/voice": `<Dial ${attribute} action="/done">${CALLEE}</Dial>`, "/done": "" },
        from,
      });
      expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialCallStatus: "failed" } }]);
      expect(call.outcome.errors).toMatchObject([{ code: 13214 }]);
    });
  });

  test.each([
    ["(212) 555-0123", CALLEE],
    ["12125550123", CALLEE],
    [`\n  ${CALLEE}\n`, CALLEE],
  ])("reads the number %j", async (text, to) => {
    const call = await placeCall({ replies: { "/voice": `<Dial><Number>${text}</Number></Dial>` } });
    expect(call.outcome.dialed).toMatchObject([{ to }]);
  });

  test.each(["nobody", "", "411", "+0125550123", `${CALLEE}456789`])(
    "the number %j is none: 13224",
    async (number) => {
      // https://www.twilio.com/docs/api/errors/13224: "Dial: Invalid phone number"
      const call = await placeCall({
        replies: { "/voice": `<Dial action="/done">${number}</Dial>`, "/done": "" },
      });
      expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialCallStatus: "failed" } }]);
      expect(call.outcome.errors).toMatchObject([{ code: 13224 }]);
    },
  );

  test("a Number's status callback tells only the end unless it subscribes to more", async () => {
    // statusCallbackEvent: "completed" is the default. Duration counts begun minutes.
    const call = await placeCall({
      replies: { "/voice": `<Dial><Number statusCallback="/leg">${CALLEE}</Number></Dial>`, "/leg": "" },
      callees: { [CALLEE]: { does: "answers", seconds: 61 } },
    });
    const told = requestsTo(call, "/leg").map(({ parameters }) => [
      parameters.CallStatus,
      parameters.Duration,
    ]);
    expect(told).toEqual([["completed", "2"]]);
  });

  test("a Number's status callback tells the events it subscribes to", async () => {
    // https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback: SequenceNumber begins with 0
    const events = "initiated ringing answered completed";
    const call = await placeCall({
      replies: {
        "/voice": `<Dial><Number statusCallback="/leg" statusCallbackEvent="${events}">${CALLEE}</Number></Dial>`,
        "/leg": "",
      },
    });
    const told = requestsTo(call, "/leg").map(({ at, parameters }) => [
      parameters.SequenceNumber,
      parameters.CallStatus,
      parameters.CallDuration,
      at,
    ]);
    expect(told).toEqual([
      ["0", "initiated", undefined, 0],
      ["1", "ringing", undefined, 0],
      ["2", "in-progress", undefined, 4],
      ["3", "completed", "30", 34],
    ]);
    expect(requestsTo(call, "/leg")[0]?.parameters).toMatchObject({
      ParentCallSid: call.outcome.callSid,
      To: CALLEE,
      Direction: "outbound-dial",
    });
  });

  test.each([
    ["<Dial><Client>ann</Client></Dial>", "Client"],
    ["<Dial><Queue>support</Queue></Dial>", "Queue"],
    ["<Dial><Sim>DE0</Sim></Dial>", "Sim"],
    ['<Dial record="record-from-answer">+12125550123</Dial>', "record"],
    ['<Dial><Number sendDigits="wwww1928">+12125550123</Number></Dial>', "sendDigits"],
    ['<Dial><Number machineDetection="Enable">+12125550123</Number></Dial>', "machineDetection"],
    ['<Dial><Sip machineDetection="Enable">sip:a@b.sip.twilio.com</Sip></Dial>', "machineDetection"],
  ])("%s is refused by name", async (document, name) => {
    const call = await placeCall({ replies: { "/voice": document } });
    expect(call.outcome.errors).toMatchObject([{ code: 0, message: expect.stringContaining(name) }]);
    expect(call.outcome.applicationError).toBe(true);
  });
});
