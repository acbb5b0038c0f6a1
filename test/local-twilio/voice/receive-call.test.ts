import { receiveCall } from "../../../local-twilio/voice/receive-call";
import {
  CALLER,
  callLine,
  during,
  HOST,
  hangUp,
  LINE,
  openLine,
  placeCall,
  press,
  reply,
  requestsTo,
  setNumber,
  speak,
  textsHeard,
  twiml,
  whileAwaiting,
} from "./phone-line";

const APOLOGY = "We are sorry, an application error has occurred. Goodbye.";

// Facts: https://www.twilio.com/docs/voice/twiml
describe("receiveCall()", () => {
  test("asks the number's voice webhook with the parameters of every voice request", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Hangup/>" },
      parameters: { StirVerstat: "TN-Validation-Passed-A", CallerName: "BO" },
    });
    const [request] = requestsTo(call, "/voice");
    expect(request).toMatchObject({ method: "POST", url: `${HOST}/voice` });
    expect(request?.timeoutMs).toBeLessThanOrEqual(15_000);
    expect(request?.parameters).toEqual({
      CallSid: call.outcome.callSid,
      AccountSid: call.world.account.sid,
      ApiVersion: "2010-04-01",
      From: CALLER,
      Caller: CALLER,
      To: LINE,
      Called: LINE,
      CallStatus: "ringing",
      Direction: "inbound",
      ...Object.fromEntries(
        ["From", "Caller", "To", "Called"].flatMap((whose) => [
          [`${whose}City`, ""],
          [`${whose}State`, ""],
          [`${whose}Zip`, ""],
          [`${whose}Country`, "US"],
        ]),
      ),
      StirVerstat: "TN-Validation-Passed-A",
      CallerName: "BO",
    });
    expect(call.outcome.callSid).toMatch(/^CA[0-9a-f]{32}$/);
  });

  test("keeps a row of the call that the REST API can show", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Say>one two three four five</Say>" },
      parameters: { ForwardedFrom: "+12125550109", CallerName: "BO" },
    });
    const row = call.world.account.calls.get(call.outcome.callSid);
    const start = Date.parse("2026-01-05T15:00:00Z");
    expect(row).toEqual({
      sid: call.outcome.callSid,
      from: CALLER,
      to: LINE,
      direction: "inbound",
      dateCreated: start,
      forwardedFrom: "+12125550109",
      callerName: "BO",
      status: "completed",
      startTime: start,
      endTime: start + 2000,
      duration: 2,
    });
  });

  test("an empty response answers and ends", async () => {
    const call = await placeCall({ replies: { "/voice": "" } });
    expect(call.outcome).toMatchObject({
      answered: true,
      status: "completed",
      hungUpBy: "twilio",
      errors: [],
    });
  });

  test("tells the number's status callback how it ended", async () => {
    // https://www.twilio.com/docs/voice/api/call-resource#statuscallback; StirVerstat is not in status callbacks
    const call = await placeCall({
      replies: { "/voice": '<Pause/><Say>hi</Say><Pause length="70"/>', "/status": "" },
      parameters: { StirVerstat: "TN-Validation-Passed-A" },
    });
    const [request] = requestsTo(call, "/status");
    expect(request).toMatchObject({
      method: "POST",
      parameters: {
        CallSid: call.outcome.callSid,
        CallStatus: "completed",
        CallDuration: "70",
        Duration: "2",
        CallbackSource: "call-progress-events",
        SequenceNumber: "0",
        Timestamp: "Mon, 05 Jan 2026 15:01:11 +0000",
      },
    });
    expect(request?.parameters).not.toHaveProperty("StirVerstat");
  });

  // https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
  test("asks the voice webhook and the status callback by the methods that the number says", async () => {
    const line = openLine({ replies: { "/voice": "<Hangup/>", "/status": "" } });
    setNumber(line, { voiceMethod: "GET", statusCallbackMethod: "GET" });
    await callLine(line, { replies: {} });
    expect(line.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /voice", "GET /status"]);
  });

  // "The voice_url will not be used if a voice_application_sid or a trunk_sid is set."
  test.each([
    ["the trunk TK1", { trunkSid: "TK1" }],
    ["the application AP1", { voiceApplicationSid: "AP1" }],
    ["a fax machine", { voiceReceiveMode: "fax" }],
  ] as const)(
    "does not ask the voice webhook of a number whose calls go to %s, and says so",
    async (goes, to) => {
      const line = openLine({ replies: { "/voice": "<Hangup/>" } });
      setNumber(line, to);
      const outcome = await callLine(line, { replies: {} });
      expect(outcome).toMatchObject({ status: "failed", answered: false });
      expect(outcome.errors).toMatchObject([{ code: 0, message: expect.stringContaining(goes) }]);
      expect(line.seen).toEqual([]);
      expect([...line.world.account.calls.values()]).toMatchObject([{ status: "failed" }]);
    },
  );

  test("marks the moment of the first word in the journal, and not before", async () => {
    const line = openLine({
      replies: { "/voice": "<Redirect>/a</Redirect>", "/a": "<Say>hi</Say><Redirect>/b</Redirect>" },
    });
    const setup = { replies: {} };
    const { send } = line.world;
    const noting = async (webhook: Parameters<typeof send>[0]) => {
      line.world.journal.noteSync({ callSid: webhook.parameters.CallSid, target: "GET blocklist" });
      return send(webhook);
    };
    const outcome = await callLine({ ...line, world: { ...line.world, send: noting } }, setup);
    expect(line.world.journal.syncRequestsBeforeAudible(outcome.callSid)).toBe(2);
  });

  test("a number that is not the account's is a RangeError", async () => {
    const line = openLine({ replies: {} });
    line.world.account.numbers.clear();
    await expect(callLine(line, { replies: {} })).rejects.toThrow(RangeError);
  });

  test("a number without a voice URL fails at once, silently", async () => {
    const line = openLine({ replies: {} });
    setNumber(line, { voiceUrl: "" });
    expect(await callLine(line, { replies: {} })).toMatchObject({
      status: "failed",
      answered: false,
      heard: [],
      errors: [],
    });
    expect(line.seen).toEqual([]);
  });

  test("the timeline tells the call in order, in simulated seconds", async () => {
    const call = await placeCall({
      replies: {
        "/voice": '<Gather numDigits="1" action="/a"><Say>one two</Say></Gather>',
        "/a": "<Record/>",
      },
      steps: [
        during("say", press("1", 0.4)),
        during("beep", speak("Hello", 3)),
        during("silence", hangUp(1)),
      ],
    });
    expect(call.outcome.events.slice(0, 11).map(({ at, kind, text }) => [at, kind, text])).toEqual([
      [0, "requested", `POST ${HOST}/voice`],
      [0, "answered", "the call is answered"],
      [0, "heard", "say: one two"],
      [0.4, "pressed", "1"],
      [0.4, "requested", `POST ${HOST}/a`],
      [0.4, "heard", "beep"],
      [0.9, "spoke", "Hello"],
      [3.9, "heard", "silence"],
      [4.9, "recorded", "3 seconds"],
      [4.9, "ended", "completed, hung up by caller"],
      [4.9, "requested", `POST ${HOST}/a`],
    ]);
  });

  test("calls overlap on one clock, each in its own time", async () => {
    const setup = {
      replies: { "/voice": '<Gather numDigits="1" action="/a" timeout="60"/>', "/a": "<Say>one</Say>" },
    };
    const line = openLine(setup);
    const { clock } = line.world;
    const start = clock.now();
    const [early, late] = await Promise.all([
      callLine(line, { ...setup, steps: [whileAwaiting("input", press("1", 30))] }),
      clock
        .sleep(10_000)
        .then(() => callLine(line, { ...setup, steps: [whileAwaiting("input", press("2", 5))] })),
    ]);
    expect(
      requestsTo(line, "/a").map(({ at, parameters }) => [at, parameters.CallSid, parameters.Digits]),
    ).toEqual([
      [15, late.callSid, "2"],
      [30, early.callSid, "1"],
    ]);
    expect(clock.now() - start).toBe(30_400);
  });

  test("no time passes for anybody while a caller thinks", async () => {
    const line = openLine({ replies: { "/voice": '<Gather numDigits="1" action="/a"/>', "/a": "" } });
    const during = async () => {
      for (let turns = 0; turns < 10; turns += 1) await new Promise((resolve) => setImmediate(resolve));
      return press("1", 2);
    };
    const call = { from: CALLER, to: LINE, party: { during }, callees: () => ({ does: "busy" }) as const };
    await Promise.all([receiveCall(call, line.world), line.world.clock.sleep(60_000)]);
    expect(requestsTo(line, "/a")).toMatchObject([{ at: 2 }]);
  });

  test("a call that has hung up is not kept waiting for its callbacks", async () => {
    const setup = {
      replies: { "/voice": '<Record action="/a" transcribe="true" transcribeCallback="/t"/>', "/a": "" },
      steps: [during("beep", speak("Hello there", 5))],
    };
    const line = openLine(setup);
    const outcome = await callLine(line, setup);
    expect(requestsTo(line, "/t")).toEqual([]);
    await outcome.afterwards;
    expect(requestsTo(line, "/t")).toHaveLength(1);
  });
});

// Facts: https://www.twilio.com/docs/usage/security/availability-reliability
describe("a voice webhook that fails", () => {
  const FAILURES = [
    // [what, reply, code of the error page https://www.twilio.com/docs/api/errors/<code>]
    ["status 500", reply(500, "text/xml", "<Response/>"), 11200],
    ["status 404", reply(404, "text/html", "not found"), 11200],
    ["no reply in time", { kind: "timeout" }, 11205],
    ["no connection", { kind: "unreachable", reason: "refused" }, 11205],
    ["a document that cannot be parsed", reply(200, "text/xml", "<Response><Say>hi</Response>"), 12100],
    [
      "white space before the XML declaration",
      reply(200, "text/xml", ' <?xml version="1.0"?><Response/>'),
      12100,
    ],
    ["another root element", reply(200, "text/html", "<html></html>"), 12100],
    ["nothing", reply(200, "text/xml", ""), 12100],
    ["JSON", reply(200, "application/json", "{}"), 12300],
    ["no content type", reply(200, "", "<Response/>"), 12300],
    ["a redirect to nowhere", reply(302, "text/html", ""), 11216],
    ["a redirect that Twilio does not follow", reply(308, "text/html", "", "/a"), 11216],
    ["eleven redirects", reply(302, "text/html", "", "/voice"), 11215],
  ] as const;

  test.each(FAILURES)(
    "%s: without a fallback URL the caller hears an apology",
    async (_name, failure, code) => {
      const call = await placeCall({ replies: { "/voice": failure } });
      expect(call.outcome.errors).toMatchObject([{ code }]);
      expect(textsHeard(call.outcome)).toEqual([APOLOGY]);
      expect(call.outcome).toMatchObject({
        applicationError: true,
        answered: true,
        status: "completed",
        hungUpBy: "twilio",
      });
    },
  );

  test.each(FAILURES)(
    "%s: the fallback URL is asked, with ErrorCode and ErrorUrl",
    async (_name, failure, code) => {
      const call = await placeCall({
        replies: { "/voice": failure, "/fallback.xml": "<Say>Leave a message</Say>" },
        fallback: { url: `${HOST}/fallback.xml`, method: "GET" },
      });
      expect(requestsTo(call, "/fallback.xml")).toMatchObject([
        {
          method: "GET",
          parameters: { ErrorCode: String(code), ErrorUrl: `${HOST}/voice`, CallSid: call.outcome.callSid },
        },
      ]);
      expect(textsHeard(call.outcome)).toEqual(["Leave a message"]);
      expect(call.outcome).toMatchObject({ applicationError: false, errors: [{ code }] });
    },
  );

  test("the fallback URL is asked by POST unless the number says otherwise", async () => {
    const call = await placeCall({
      replies: { "/fallback": "<Hangup/>" },
      fallback: { url: `${HOST}/fallback` },
    });
    expect(requestsTo(call, "/fallback")).toMatchObject([{ method: "POST" }]);
  });

  test("the fallback URL also serves documents in the middle of a call, and its relative URLs are its own", async () => {
    const call = await placeCall({
      replies: {
        "/voice": "<Say>hi</Say><Redirect>/broken</Redirect>",
        "/spare/fallback": "<Redirect>next</Redirect>",
        "/spare/next": "<Say>next</Say>",
      },
      fallback: { url: `${HOST}/spare/fallback` },
    });
    expect(textsHeard(call.outcome)).toEqual(["hi", "next"]);
    expect(requestsTo(call, "/spare/fallback")).toMatchObject([
      { parameters: { ErrorUrl: `${HOST}/broken` } },
    ]);
  });

  test("a fallback URL that fails too leaves the apology", async () => {
    const call = await placeCall({ replies: {}, fallback: { url: `${HOST}/fallback` } });
    expect(call.outcome.errors.map(({ code }) => code)).toEqual([11200, 11200]);
    expect(textsHeard(call.outcome)).toEqual([APOLOGY]);
  });

  test.each([301, 302, 303])("status %i is followed by GET, without the POST data", async (status) => {
    const call = await placeCall({
      replies: {
        "/voice": reply(status, "text/html", "", "/deep/moved"),
        "/deep/moved": "<Redirect>a</Redirect>",
        "/deep/a": "",
      },
    });
    expect(requestsTo(call, "/deep/moved")).toMatchObject([{ method: "GET", parameters: {} }]);
    expect(requestsTo(call, "/deep/moved")[0]?.parameters).not.toHaveProperty("CallSid");
    expect(requestsTo(call, "/deep/a")).toHaveLength(1);
  });

  test("eleven redirects are one too many", async () => {
    const call = await placeCall({ replies: { "/voice": reply(302, "text/html", "", "/voice") } });
    expect(requestsTo(call, "/voice")).toHaveLength(11);
  });

  test("status 307 repeats the request elsewhere; ten redirects are followed", async () => {
    const moved = Object.fromEntries(
      [...Array(10).keys()].map((index) => [
        `/${index}`,
        reply(307, "", "", index === 9 ? "/end" : `/${index + 1}`),
      ]),
    );
    const line = openLine({ replies: { ...moved, "/end": "<Say>here</Say>" } });
    setNumber(line, { voiceUrl: `${HOST}/0` });
    const outcome = await callLine(line, { replies: {} });
    expect(textsHeard(outcome)).toEqual(["here"]);
    expect(requestsTo(line, "/end")).toMatchObject([{ method: "POST", parameters: { From: CALLER } }]);
  });

  test("a callback that fails is noted in the timeline and nowhere else", async () => {
    const call = await placeCall({ replies: { "/voice": "<Hangup/>" } });
    expect(call.outcome.errors).toEqual([]);
    expect(call.outcome.events.at(-1)).toMatchObject({
      kind: "error",
      text: expect.stringContaining("/status"),
    });
  });
});

describe("the judge", () => {
  const judgeTwiml = (xml: string) =>
    xml.includes("Gatter") || !xml.includes("Response") ? ["12200 odd"] : [];

  test("sees every document; its complaints are journaled with the path", async () => {
    const call = await placeCall({
      replies: { "/voice": "<Say>hi</Say><Redirect>/a?b=1</Redirect>", "/a?b=1": "<Gatter/>" },
      judgeTwiml,
    });
    expect(call.world.journal.complaints).toEqual(["/a: 12200 odd"]);
  });

  test.each([
    ["a document that cannot be read", reply(200, "text/xml", "<<<"), ["/voice: 12200 odd"]],
    ["JSON", reply(200, "application/json", "{}"), ["/voice: 12300 Invalid Content-Type: application/json"]],
    ["a fault that was asked for", { ...reply(200, "text/html", "<<<"), injected: true } as const, []],
    ["plain text", reply(200, "text/plain", "hello"), []],
    ["a failure", reply(500, "text/html", "<<<"), []],
  ])("on %s", async (_name, failure, complaints) => {
    const call = await placeCall({ replies: { "/voice": failure }, judgeTwiml });
    expect(call.world.journal.complaints).toEqual(complaints);
  });
});

describe("what is not supported", () => {
  test.each([
    ["<Enqueue>support</Enqueue>", "the verb <Enqueue>"],
    ["<say>hi</say>", "the verb <say>"],
    ['<Gather partialResultCallback="/p"/>', "partialResultCallback of <Gather>"],
    ["<Gather><Dial>1</Dial></Gather>", "<Dial> in <Gather>"],
    ['<Hangup foo="1"/>', "foo of <Hangup>"],
    ["<Hangup><Parameter/></Hangup>", "<Parameter> in <Hangup>"],
    ['<Record recordingConfigurationId="x"/>', "recordingConfigurationId of <Record>"],
  ])("%s is refused by name before anything is executed", async (document, name) => {
    const call = await placeCall({ replies: { "/voice": `<Say>hi</Say>${document}` } });
    expect(call.outcome.errors).toEqual([
      {
        code: 0,
        message: `Local Twilio does not support ${name.replace(/^([a-z]\w+) of/i, "the attribute $1 of")}`,
      },
    ]);
    expect(textsHeard(call.outcome)).toEqual([APOLOGY]);
  });

  test.each([
    '<Gather timeout="soon"/>',
    '<Gather numDigits="0"/>',
    '<Gather input="keys"/>',
    '<Gather finishOnKey="12"/>',
    '<Gather speechTimeout="soon"/>',
    '<Record playBeep="yes"/>',
    '<Record finishOnKey="x"/>',
    '<Redirect method="PUT">/a</Redirect>',
    '<Reject reason="nope"/>',
    '<Pause length="0"/>',
    `<Dial>${"<Number>+12125550123</Number>".repeat(11)}</Dial>`,
  ])("%s is an invalid value: 12200", async (document) => {
    const call = await placeCall({ replies: { "/voice": document } });
    expect(call.outcome.errors).toMatchObject([{ code: 12200 }]);
    expect(textsHeard(call.outcome)).toEqual([APOLOGY]);
  });

  test("an action that is no URL: 11100", async () => {
    const call = await placeCall({ replies: { "/voice": twiml("<Redirect>https://</Redirect>") } });
    expect(call.outcome.errors).toMatchObject([{ code: 11100 }]);
  });
});
