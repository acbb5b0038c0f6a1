import { scriptedCallee } from "../../voice/scripted-callee";
import { LINE, type LiveLine, openLiveLine, PHONE, patient } from "./live-line";

/* The helper library as the client; quotations: https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource */
const OTHER = "+12125550124";
const NUMBER = `<Number url="whisper.xml" method="GET">${PHONE}</Number>`;
const DOCUMENTS = {
  voice: '<Say>Hello</Say><Redirect method="GET">more.xml</Redirect>',
  gather: '<Gather timeout="60" action="never.xml" method="GET" actionOnEmptyResult="true"/>',
  dial: `<Dial action="done.xml" method="GET">${PHONE}</Dial><Say>never</Say>`,
  whispered: `<Dial action="done.xml" method="GET">${NUMBER}</Dial><Say>never</Say>`,
  conference:
    '<Dial action="done.xml" method="GET"><Conference beep="false" statusCallback="told" statusCallbackEvent="leave">room</Conference></Dial>',
  record: '<Record timeout="60" action="never.xml" method="GET"/>',
  pause: '<Pause length="60"/><Say>never</Say>',
  whisper: '<Pause length="60"/>',
  done: "<Say>never</Say>",
  never: "<Say>never</Say>",
  elsewhere: '<Say>Elsewhere</Say><Redirect method="GET">further.xml</Redirect>',
  further: "<Say>Further</Say>",
};

/** A Function that changes the call which asks for its TwiML, by one request after another. */
const changing = (
  ...bodies: readonly string[]
) => `const path = "/2010-04-01/Accounts/" + context.ACCOUNT_SID + "/Calls/" + event.CallSid + ".json";
  const auth = context.ACCOUNT_SID + ":" + context.AUTH_TOKEN;
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const target = { host: "api.twilio.com", path, auth, headers, method: "POST" };
  const change = (body) => new Promise((done) => {
    require("https").request(target, (reply) => reply.resume().on("end", done)).end(body);
  });
  const response = new Twilio.twiml.VoiceResponse();
  response.say("never");
  const bodies = ${JSON.stringify(bodies)};
  bodies.reduce((before, body) => before.then(() => change(body)), Promise.resolve())
    .then(() => callback(null, response));`;
const TWIML = `Twiml=${encodeURIComponent("<Response><Say>Led</Say></Response>")}`;
const HANDLERS = { lead: changing(TWIML), end: changing(TWIML, "Status=completed") };

let line: LiveLine;
const open = async (more: string) => {
  line = await openLiveLine({ ...DOCUMENTS, more }, HANDLERS);
};
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

/** The call that came in. */
const soleCall = async () => (await line.client.calls.list({ to: LINE }))[0]?.sid ?? "";
const update = (sid: string, options: object) => line.client.calls(sid).update(options);
const elsewhere = () => ({ url: `${line.url}/elsewhere.xml`, method: "GET" as const });
const texts = (heard: readonly { kind: string; text: string }[] = []) =>
  heard.filter(({ kind }) => kind === "say").map(({ text }) => text);
const requests = (sid: string) => line.local.journal.functionsOf(sid);

/** What the action of the Dial was told. */
const done = (sid: string) => requests(sid).find(({ path }) => path === "/done.xml")?.parameters;

// https://www.twilio.com/docs/voice/tutorials/how-to-modify-calls-in-progress-node: "update the Call to tell Twilio to
// immediately change the TwiML it's using in a phone call"
test.each(["gather", "dial", "whispered", "conference", "record", "pause"] as const)(
  "%s is interrupted, and the new document executed",
  async (doing) => {
    await open(DOCUMENTS[doing]);
    line.local.switchboard.phones.set(PHONE, { does: "answers", party: patient() });
    const party = patient(100);
    const calling = line.local.receiveCall({
      ...{ from: OTHER, to: LINE, party, callees: () => ({ does: "answers", party: patient() }) },
    });
    await line.until(8);
    const sid = await soleCall();
    expect(await update(sid, elsewhere())).toMatchObject({ sid, status: "in-progress" });
    const outcome = await calling;
    expect(texts(outcome.heard)).toEqual(["Hello", "Elsewhere", "Further"]);
    expect(outcome).toMatchObject({ status: "completed", hungUpBy: "twilio", errors: [] });
    expect(requests(sid).map(({ path }) => path)).not.toContain("/never.xml");
    expect(requests(sid).find(({ path }) => path === "/elsewhere.xml")?.parameters).toMatchObject({
      ...{ CallSid: sid, CallStatus: "in-progress", Direction: "inbound" },
    });
    expect(line.local.switchboard.legs.size + line.local.switchboard.rooms.size).toBe(0);
  },
);

describe("in a Dial", () => {
  // https://www.twilio.com/changelog/changes-to-dial-behavior-for-enhanced-programmable-sip-feature-accounts: "Twilio will
  // make a request to the provided action callback when the parent call is transferred to a new TwiML […]. Twilio will not
  // execute any TwiML returned". Measured (github.com/qisoft/i-hate-making-calls, issue 25): the child call is completed at
  // once, DialCallStatus=completed.
  test.each([
    ["dial", 8, { DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "4" }],
    ["dial", 2.4, { DialCallStatus: "canceled", DialBridged: "false" }],
    ["whispered", 8, { DialCallStatus: "canceled", DialBridged: "false" }],
  ] as const)("%s after %d seconds: the action is told %j", async (doing, at, parameters) => {
    await open(DOCUMENTS[doing]);
    const ann = scriptedCallee();
    const calling = line.local.receiveCall({
      ...{ from: OTHER, to: LINE, party: patient(), callees: () => ann.phone },
    });
    await line.until(at);
    await update(await soleCall(), elsewhere());
    const outcome = await calling;
    expect(done(outcome.callSid)).toMatchObject({ ...parameters, CallStatus: "in-progress" });
    expect(texts(outcome.heard)).toEqual(["Hello", "Elsewhere", "Further"]);
    const [child] = await line.client.calls.list({ parentCallSid: outcome.callSid });
    expect(["completed", "canceled"]).toContain(child?.status);
  });

  test("its callee cannot be led elsewhere: refused by name", async () => {
    await open(DOCUMENTS.dial);
    const ann = scriptedCallee();
    const calling = line.local.receiveCall({
      ...{ from: OTHER, to: LINE, party: patient(20), callees: () => ann.phone },
    });
    await line.until(8);
    const child = (await line.client.calls.list({ to: PHONE }))[0]?.sid ?? "";
    await expect(update(child, elsewhere())).rejects.toMatchObject({ status: 501 });
    expect(line.local.journal.complaints.splice(0)).toHaveLength(1);
    await calling;
  });
});

test("a conference goes on without who was led elsewhere", async () => {
  await open(DOCUMENTS.conference);
  const calling = line.call();
  await line.until(2);
  line.local.switchboard.phones.set(PHONE, { does: "answers", party: patient(30) });
  const { callSid } = await line.client
    .conferences("room")
    .participants.create({ from: LINE, to: PHONE, beep: "false" });
  await line.until(10);
  // The phone that was rung into the conference.
  await update(callSid, elsewhere());
  await line.local.switchboard.settled();
  expect(texts(line.local.switchboard.outcomes.at(-1)?.heard)).toEqual(["Elsewhere", "Further"]);
  const [room] = line.local.switchboard.rooms.values();
  expect(room?.participants.size).toBe(1);
  expect(line.told.filter(({ url }) => url === `${line.url}/told`)).toMatchObject([
    {
      at: 10,
      parameters: {
        ...{ CallSid: callSid, ParticipantCallStatus: "in-progress" },
        ReasonParticipantLeft: "participant_updated_via_api",
      },
    },
  ]);
  await update(await soleCall(), elsewhere());
  expect(texts((await calling).heard)).toEqual(["Hello", "Elsewhere", "Further"]);
});

test("what was recorded until then is kept", async () => {
  await open(DOCUMENTS.record);
  const calling = line.call();
  await line.until(8);
  const sid = await soleCall();
  await update(sid, elsewhere());
  await (await calling).afterwards;
  expect(await line.client.recordings.list({ callSid: sid })).toMatchObject([{ status: "completed" }]);
});

test("an outgoing call, by TwiML, twice, and ended in the end", async () => {
  await open("");
  const ann = scriptedCallee();
  line.local.switchboard.phones.set(PHONE, ann.phone);
  const { sid } = await line.client.calls.create({
    ...{ from: LINE, to: PHONE, url: `${line.url}/pause.xml`, method: "GET" },
  });
  for (const [at, word] of [
    [10, "One"],
    [20, "Two"],
  ] as const) {
    await line.until(at);
    await update(sid, { twiml: `<Response><Say>${word}</Say><Pause length="60"/></Response>` });
  }
  await line.until(30);
  await update(sid, { ...elsewhere(), status: "completed" });
  await line.local.switchboard.settled();
  expect(ann.texts()).toEqual(["One", "Two"]);
  expect((await line.client.calls(sid).fetch()).duration).toBe("26");
});

test("a fallback URL of its own", async () => {
  await open(DOCUMENTS.pause);
  const calling = line.call();
  await line.until(8);
  await update(await soleCall(), {
    ...{ url: `${line.url}/nowhere.xml`, fallbackUrl: `${line.url}/further.xml`, fallbackMethod: "GET" },
  });
  expect(texts((await calling).heard)).toEqual(["Hello", "Further"]);
});

describe("while a document is asked for", () => {
  test("it is not executed any more", async () => {
    await open('<Redirect method="GET">lead</Redirect>');
    expect(texts((await line.call()).heard)).toEqual(["Hello", "Led"]);
  });

  test("a call that is ended after it was led elsewhere is over", async () => {
    await open('<Redirect method="GET">end</Redirect>');
    const outcome = await line.call();
    expect(outcome).toMatchObject({ status: "completed", hungUpBy: "twilio" });
    expect(texts(outcome.heard)).toEqual(["Hello"]);
  });
});

describe("refusals", () => {
  test("21220 before the answer, in Twilio's words", async () => {
    await open("");
    line.local.switchboard.phones.set(PHONE, { does: "no-answer" });
    const { sid } = await line.client.calls.create({
      ...{ from: LINE, to: PHONE, url: `${line.url}/pause.xml`, method: "GET" },
    });
    await line.until(5);
    await expect(update(sid, elsewhere())).rejects.toMatchObject({
      ...{ status: 400, code: 21220, message: "Call is not in-progress. Cannot redirect." },
    });
    await line.local.switchboard.settled();
  });

  test.each([
    [{ url: "nowhere" }, 21205],
    [{}, 20001],
  ])("%j: %d", async (options, code) => {
    await open(DOCUMENTS.pause);
    const calling = line.call(patient(20));
    await line.until(8);
    await expect(update(await soleCall(), options)).rejects.toMatchObject({ status: 400, code });
    expect((await calling).hungUpBy).toBe("caller");
  });

  test.each([
    [{ timeLimit: 60 }, "TimeLimit"],
    [{ statusCallback: "https://a.example/" }, "StatusCallback"],
  ])("%j is refused by name", async (options, name) => {
    await open(DOCUMENTS.pause);
    const calling = line.call(patient(20));
    await line.until(8);
    const expected = { status: 501, message: expect.stringContaining(name) };
    await expect(update(await soleCall(), options)).rejects.toMatchObject(expected);
    expect(line.local.journal.complaints.splice(0)).toHaveLength(1);
    await calling;
  });
});
