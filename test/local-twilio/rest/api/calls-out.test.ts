import { during, hangUp, press, speak, whileAwaiting } from "../../voice/phone-line";
import { scriptedCallee } from "../../voice/scripted-callee";
import { LINE, type LiveLine, openLiveLine, PHONE, patient } from "./live-line";

/* The helper library as the client; quotations: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
const CUSTOMER = "+12125550124";
const DOCUMENTS = {
  offer: '<Gather numDigits="1" action="connect.xml" method="GET"><Say>Call Bo back</Say></Gather><Hangup/>',
  connect: `<Dial callerId="${LINE}" action="bye.xml" method="GET"><Number>${CUSTOMER}</Number></Dial>`,
  bye: "<Say>Goodbye</Say>",
  sorry: "<Say>Sorry</Say>",
};
const EVENTS = ["initiated", "ringing", "answered", "completed"];
/** Makes a Sync request, as the Functions of a call do. */
const LOOKS_UP = `const auth = context.ACCOUNT_SID + ":" + context.AUTH_TOKEN;
  require("https").get("https://sync.twilio.com/v1/Services", { auth }, (reply) => {
    const response = new Twilio.twiml.VoiceResponse();
    response.say("Hello");
    reply.resume().on("end", () => callback(null, response));
  });`;

let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine(DOCUMENTS, { lookup: LOOKS_UP });
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

type Options = Parameters<LiveLine["client"]["calls"]["create"]>[0];
const create = (options: Partial<Options> = {}) =>
  line.client.calls.create({
    to: PHONE,
    from: LINE,
    url: `${line.url}/offer.xml`,
    method: "GET",
    ...options,
  });
const telling = () => ({ statusCallback: `${line.url}/status`, statusCallbackEvent: EVENTS });
const told = () => line.told.filter(({ url }) => url.endsWith("/status"));
const settled = () => line.local.switchboard.settled();
const outcome = () => line.local.switchboard.outcomes.at(-1);
const callee = (phone: Parameters<typeof line.local.switchboard.phones.set>[1]) =>
  line.local.switchboard.phones.set(PHONE, phone);

test("a call-back: the document runs on the callee's leg, whose Dial rings the customer", async () => {
  const ann = scriptedCallee(whileAwaiting("input", press("1", 1)));
  const bo = scriptedCallee(during("conversation", hangUp(20)));
  callee({ ...ann.phone, after: 6 });
  line.local.switchboard.phones.set(CUSTOMER, bo.phone);
  const created = await create(telling());
  expect(created).toMatchObject({
    ...{ status: "queued", direction: "outbound-api", from: LINE, to: PHONE },
    ...{ startTime: null, endTime: null, duration: null, parentCallSid: null },
  });
  await settled();
  expect(ann.texts()).toEqual(["Call Bo back", "ringing", "conversation", "Goodbye"]);
  expect(bo.texts()).toEqual(["conversation"]);
  // The key is pressed a second into the prompt, the customer answers after four, "Goodbye" takes 0.4.
  expect(await line.client.calls(created.sid).fetch()).toMatchObject({
    ...{ status: "completed", direction: "outbound-api", duration: "25", parentCallSid: null },
  });
  const [child, ...others] = await line.client.calls.list({ parentCallSid: created.sid });
  expect(others).toEqual([]);
  expect(child).toMatchObject({
    ...{ from: LINE, to: CUSTOMER, direction: "outbound-dial", status: "completed", duration: "20" },
  });
  const requests = line.local.journal.functionsOf(created.sid);
  expect(requests.map(({ path }) => path).filter((path) => path.endsWith(".xml"))).toEqual([
    "/offer.xml",
    "/connect.xml",
    "/bye.xml",
  ]);
  expect(requests.find(({ path }) => path === "/offer.xml")?.parameters).toMatchObject({
    ...{ CallSid: created.sid, CallStatus: "in-progress", Direction: "outbound-api", From: LINE, To: PHONE },
  });
  expect(requests.find(({ path }) => path === "/bye.xml")?.parameters).toMatchObject({
    ...{ DialCallStatus: "completed", DialBridged: "true", DialCallSid: child?.sid, DialCallDuration: "20" },
  });
  expect(outcome()).toMatchObject({
    ...{ callSid: created.sid, answered: true, status: "completed", hungUpBy: "twilio", pressed: ["1"] },
    ...{ dialed: [{ to: CUSTOMER, callerId: LINE, status: "completed" }], errors: [] },
  });
});

test("who is called hangs up on the customer: the action is told, and that is all", async () => {
  callee(scriptedCallee(whileAwaiting("input", press("1", 1)), during("conversation", hangUp(5))).phone);
  line.local.switchboard.phones.set(CUSTOMER, { does: "answers", party: patient() });
  const { sid } = await create();
  await settled();
  const bye = line.local.journal.functionsOf(sid).find(({ path }) => path === "/bye.xml");
  expect(bye?.parameters).toMatchObject({ CallStatus: "completed", DialCallStatus: "completed" });
  expect(outcome()).toMatchObject({ status: "completed", hungUpBy: "caller" });
  expect(outcome()?.heard.at(-1)?.kind).toBe("conversation");
});

describe("the status callback", () => {
  test("is told of every step in order", async () => {
    callee({ does: "answers", party: patient(10) });
    const { sid } = await create({
      ...telling(),
      twiml: "<Response><Pause length='60'/></Response>",
      url: "",
    });
    await settled();
    expect(
      told().map(({ at, parameters: { CallStatus, SequenceNumber } }) => [at, CallStatus, SequenceNumber]),
    ).toEqual([
      [0.1, "initiated", "0"],
      [0.1, "ringing", "1"],
      [4.1, "in-progress", "2"],
      [14.1, "completed", "3"],
    ]);
    expect(told().at(-1)?.parameters).toMatchObject({
      ...{ CallSid: sid, Direction: "outbound-api", CallDuration: "10", Duration: "1" },
      ...{ CallbackSource: "call-progress-events", Timestamp: "Mon, 05 Jan 2026 15:00:14 +0000" },
    });
  });

  test.each([
    // "The default is `60` seconds"; "a timeout value of 10 seconds could result in an actual timeout closer to 15 seconds"
    [{ does: "no-answer" }, {}, "no-answer", 65.1],
    [{ does: "no-answer" }, { timeout: 10 }, "no-answer", 15.1],
    [{ does: "answers", after: 20 }, { timeout: 10 }, "no-answer", 15.1],
    [{ does: "busy" }, {}, "busy", 0.1],
    [{ does: "failed" }, {}, "failed", 0.1],
    // A number that nobody has.
    [undefined, {}, "failed", 0.1],
  ] as const)("%j with %j: %s", async (phone, options, status, at) => {
    if (phone !== undefined) callee(phone);
    const { sid } = await create({ ...options, statusCallback: `${line.url}/status` });
    await settled();
    // "If no event is specified, we send the `completed` status."
    expect(told()).toMatchObject([{ at, parameters: { CallStatus: status, CallDuration: "0" } }]);
    expect(await line.client.calls(sid).fetch()).toMatchObject({ status, duration: "0" });
    expect(outcome()).toMatchObject({ callSid: sid, status, answered: false, hungUpBy: "none" });
    expect(line.local.journal.functionsOf(sid).map(({ path }) => path)).toEqual(["/status"]);
  });
});

describe("what is executed", () => {
  test("`twiml`, which `url` overrules", async () => {
    const twiml = "<Response><Say>Inline</Say></Response>";
    for (const [options, words] of [
      [{ twiml, url: "" }, "Inline"],
      [{ twiml, url: `${line.url}/sorry.xml` }, "Sorry"],
    ] as const) {
      const ann = scriptedCallee();
      callee(ann.phone);
      await create(options);
      await settled();
      expect(ann.texts()).toEqual([words]);
    }
  });

  test("`twiml` is judged as any document is", async () => {
    callee(scriptedCallee().phone);
    await create({ url: "", twiml: "<Response><say>Hello</say></Response>" });
    await settled();
    expect(line.local.journal.complaints.splice(0)).toEqual([expect.stringContaining("<say>")]);
  });

  test("the fallback URL, when an error occurs", async () => {
    const ann = scriptedCallee();
    callee(ann.phone);
    const { sid } = await create({
      ...{ url: `${line.url}/nowhere.xml`, fallbackUrl: `${line.url}/sorry.xml`, fallbackMethod: "GET" },
    });
    await settled();
    expect(ann.texts()).toEqual(["Sorry"]);
    expect(line.local.journal.functionsOf(sid).at(-1)?.parameters).toMatchObject({
      ...{ ErrorCode: "11200", ErrorUrl: `${line.url}/nowhere.xml` },
    });
  });

  test("a Function, whose own requests belong to the call", async () => {
    const ann = scriptedCallee();
    callee(ann.phone);
    const { sid } = await create({ url: `${line.url}/lookup`, method: "POST" });
    await settled();
    expect(ann.texts()).toEqual(["Hello"]);
    expect(line.local.journal.sync.map(({ callSid }) => callSid)).toEqual([sid]);
  });

  test("a recording, and the callbacks that outlive the call", async () => {
    callee(scriptedCallee(during("silence", speak("It is Ann", 2, 1))).phone);
    const { sid } = await create({
      url: "",
      twiml: `<Response><Record timeout="2" action="${line.url}/bye.xml" method="GET" recordingStatusCallback="${line.url}/recorded"/></Response>`,
    });
    await settled();
    const [recording] = await line.client.recordings.list({ callSid: sid });
    expect(recording).toMatchObject({ status: "completed", duration: "2", source: "RecordVerb" });
    expect(line.told.map(({ url }) => url)).toEqual([`${line.url}/recorded`]);
  });

  test("for no longer than timeLimit", async () => {
    callee({ does: "answers", party: patient() });
    const { sid } = await create({
      timeLimit: 7,
      url: "",
      twiml: "<Response><Pause length='60'/></Response>",
    });
    await settled();
    expect(await line.client.calls(sid).fetch()).toMatchObject({ status: "completed", duration: "7" });
  });
});

describe("ended by REST", () => {
  // `canceled` hangs up calls that are queued or ringing; `completed` hangs up a call even if it's already in progress.
  test.each([
    ["canceled", 0.05, "canceled"],
    ["completed", 0.05, "canceled"],
    ["canceled", 2, "canceled"],
    ["completed", 2, "completed"],
    ["completed", 5, "completed"],
    ["completed", 12, "completed"],
  ] as const)("%s after %d seconds", async (status, at, expected) => {
    const ann = scriptedCallee(whileAwaiting("input", press("1", 1)));
    callee(ann.phone);
    line.local.switchboard.phones.set(CUSTOMER, { does: "answers", party: patient() });
    const { sid } = await create(telling());
    await line.until(at);
    await line.client.calls(sid).update({ status });
    await settled();
    expect(await line.client.calls(sid).fetch()).toMatchObject({ status: expected });
    expect(told().at(-1)).toMatchObject({ at, parameters: { CallStatus: expected } });
    expect(line.local.switchboard.legs.size).toBe(0);
    expect((await line.client.calls.list({ status: "in-progress" })).length).toBe(0);
  });
});

describe("SIP", () => {
  // https://www.twilio.com/docs/voice/api/sip-making-calls: "In the “From” parameter, specify the user you want to show
  // up in the From header"
  test("a phone of another host, shown a user name", async () => {
    const rings: string[] = [];
    const ann = scriptedCallee();
    line.local.switchboard.ringPhone = (address, { from }) => {
      rings.push(`${address} ${from}`);
      return ann.phone;
    };
    const to = "sip:desk@example.com:5061;transport=tls?X-Room=1";
    const { sid } = await create({ ...telling(), to, from: "front.desk", url: `${line.url}/sorry.xml` });
    await settled();
    expect(rings).toEqual(["sip:desk@example.com front.desk"]);
    expect(ann.texts()).toEqual(["Sorry"]);
    expect(await line.client.calls(sid).fetch()).toMatchObject({
      to,
      from: "front.desk",
      status: "completed",
    });
    expect(told().at(-1)?.parameters).toMatchObject({ SipResponseCode: "200" });
  });
});
