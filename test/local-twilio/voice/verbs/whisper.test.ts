import {
  CALLEE,
  CALLER,
  during,
  hangUp,
  placeCall,
  press,
  requestsTo,
  textsHeard,
  whileAwaiting,
} from "../phone-line";
import { scriptedCallee as callee } from "../scripted-callee";

/* https://www.twilio.com/docs/voice/twiml/number#attributes-url: TwiML "to be run on the called party's end, after they
   answer, but before the parties are connected"; "to privately Play or Say information", "a chance to decline the phone
   call using Gather and Hangup"; "The current caller will continue to hear ringing". */
const OTHER = "+12125550124";
const WHISPERED = `<Dial action="/done"><Number url="/whisper">${CALLEE}</Number></Dial>`;
const ASKED = '<Gather numDigits="1" action="/accept"><Say>A call for Ann</Say></Gather><Hangup/>';

const accepts = whileAwaiting("input", press("1", 1));

test("who accepts by a key is connected; the caller hears the ringing until then", async () => {
  const ann = callee(accepts, during("conversation", hangUp(20)));
  const call = await placeCall({
    replies: { "/voice": WHISPERED, "/whisper": ASKED, "/accept": "", "/done": "" },
    callees: { [CALLEE]: ann.phone },
  });
  const child = [...call.world.account.calls.values()].find(({ parentCallSid }) => parentCallSid);
  const onItsLeg = {
    CallSid: child?.sid,
    ParentCallSid: call.outcome.callSid,
    Direction: "outbound-dial",
    CallStatus: "in-progress",
    From: CALLER,
    To: CALLEE,
  };
  expect(requestsTo(call, "/whisper")).toMatchObject([{ at: 4, method: "POST", parameters: onItsLeg }]);
  expect(requestsTo(call, "/accept")).toMatchObject([{ at: 5, parameters: { ...onItsLeg, Digits: "1" } }]);
  expect(requestsTo(call, "/done")).toMatchObject([
    {
      at: 5 + 20,
      parameters: {
        DialCallStatus: "completed",
        DialBridged: "true",
        DialCallSid: child?.sid,
        DialCallDuration: "21",
      },
    },
  ]);
  expect(textsHeard(call.outcome)).toEqual(["ringing", "conversation"]);
  expect(ann.texts()).toEqual(["A call for Ann", "conversation"]);
  expect(call.outcome).toMatchObject({ hungUpBy: "callee", errors: [] });
  expect(call.outcome.called).toMatchObject([
    { callSid: child?.sid, to: CALLEE, pressed: ["1"], hungUpBy: "caller", status: "completed" },
  ]);
  expect(call.outcome.called.map(textsHeard)).toEqual([["A call for Ann", "conversation"]]);
  expect(call.world.switchboard.legs.size).toBe(0);
});

test("method is the method of the request", async () => {
  const call = await placeCall({
    replies: {
      "/voice": `<Dial><Number url="/whisper" method="GET">${CALLEE}</Number></Dial>`,
      "/whisper": "",
    },
  });
  expect(requestsTo(call, "/whisper")).toMatchObject([{ method: "GET" }]);
});

test("a document that ends connects, also when nothing is known of the callee but that they answer", async () => {
  const call = await placeCall({
    replies: { "/voice": WHISPERED, "/whisper": "<Say>A call for Ann</Say>", "/done": "" },
    callees: { [CALLEE]: { does: "answers", seconds: 10 } },
  });
  // Four words at 150 a minute, then the talk.
  expect(requestsTo(call, "/done")).toMatchObject([
    { at: 4 + 1.6 + 10, parameters: { DialBridged: "true" } },
  ]);
});

test("a Redirect goes on with another document on the callee's leg", async () => {
  const ann = callee(during("conversation", hangUp(1)));
  const call = await placeCall({
    replies: {
      "/voice": WHISPERED,
      "/whisper": "<Redirect>/more</Redirect>",
      "/more": "<Say>Hello</Say>",
      "/done": "",
    },
    callees: { [CALLEE]: ann.phone },
  });
  expect(ann.texts()).toEqual(["Hello", "conversation"]);
  expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialBridged: "true" } }]);
});

describe("the parties are not connected", () => {
  const declined = { DialBridged: "false", DialCallStatus: "no-answer", CallStatus: "in-progress" };

  test.each([
    ["the document hangs up", callee(), ASKED],
    ["the callee hangs up", callee(during("say", hangUp(0.5))), ASKED],
    ["the document cannot be had", callee(), { kind: "timeout" } as const],
  ])("when %s", async (_name, ann, document) => {
    const call = await placeCall({
      replies: { "/voice": WHISPERED, "/whisper": document, "/done": "<Say>Leave a message</Say>" },
      callees: { [CALLEE]: ann.phone },
    });
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: declined }]);
    expect(textsHeard(call.outcome)).toEqual(["ringing", "Leave a message"]);
    expect(call.outcome.dialed).toEqual([{ to: CALLEE, callerId: CALLER, status: "completed" }]);
    expect(call.world.switchboard.legs.size).toBe(0);
  });

  test.each([
    // https://www.twilio.com/docs/api/errors/13201: "TwiML documents that execute on the called party's end […] cannot
    // issue a new Dial."
    [`<Dial>${OTHER}</Dial>`, 13201],
    ["<Record/>", 0],
    ["<Reject/>", 0],
  ])("when the document is %s", async (document, code) => {
    const call = await placeCall({ replies: { "/voice": WHISPERED, "/whisper": document, "/done": "" } });
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: declined }]);
    expect(call.outcome.errors).toMatchObject([{ code }]);
    expect(call.outcome.dialed).toHaveLength(1);
  });

  test("when the caller does not wait for it", async () => {
    const ann = callee();
    const call = await placeCall({
      replies: { "/voice": WHISPERED, "/whisper": "<Pause length='60'/>", "/done": "<Say>never</Say>" },
      callees: { [CALLEE]: ann.phone },
      steps: [(moment) => (moment.seconds > 100 ? hangUp(10) : undefined)],
    });
    expect(requestsTo(call, "/done")).toMatchObject([
      {
        at: 4 + 10,
        parameters: { DialBridged: "false", DialCallStatus: "canceled", CallStatus: "completed" },
      },
    ]);
    expect(call.outcome).toMatchObject({ hungUpBy: "caller", dialed: [{ status: "completed" }] });
    expect(call.world.switchboard.legs.size).toBe(0);
  });
});

test("with answerOnBridge the call is not answered before the parties are connected", async () => {
  const call = await placeCall({
    replies: {
      "/voice": `<Dial answerOnBridge="true"><Number url="/whisper">${CALLEE}</Number></Dial>`,
      "/whisper": "<Pause length='3'/>",
    },
  });
  const row = call.world.account.calls.get(call.outcome.callSid);
  expect([row?.startTime, row?.duration]).toEqual([(row?.dateCreated ?? 0) + 7000, 30]);
});

describe("of several numbers", () => {
  const NUMBERS = [CALLEE, OTHER].map((to) => `<Number url="/whisper">${to}</Number>`).join("");
  const replies = { "/whisper": [ASKED, ""], "/accept": "", "/done": "" };

  test("the first to pick up hears the document, and the others ring no longer", async () => {
    // "The first call to pick up is connected to the current call and the rest are hung up."
    const call = await placeCall({
      replies: { ...replies, "/voice": `<Dial action="/done">${NUMBERS}</Dial>` },
      callees: { [CALLEE]: { does: "answers", after: 9 }, [OTHER]: { does: "answers", after: 3 } },
    });
    expect(requestsTo(call, "/whisper")).toMatchObject([{ at: 3, parameters: { To: OTHER } }]);
    expect(call.outcome.dialed.map(({ to, status }) => [to, status])).toEqual([
      [CALLEE, "canceled"],
      [OTHER, "completed"],
    ]);
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialBridged: "false" } }]);
  });

  test("a mailbox that answers first and presses nothing keeps the call from the others", async () => {
    const ann = callee(accepts);
    const call = await placeCall({
      replies: {
        ...replies,
        "/whisper": ASKED,
        "/voice": `<Dial timeout="30" action="/done">${NUMBERS}</Dial>`,
      },
      callees: { [CALLEE]: { ...ann.phone, after: 25 }, [OTHER]: { does: "answers", after: 20 } },
    });
    // Four words at 150 a minute, then the five seconds of a Gather.
    expect(requestsTo(call, "/done")).toMatchObject([
      { at: 20 + 1.6 + 5, parameters: { DialBridged: "false", DialCallStatus: "no-answer" } },
    ]);
    expect(ann.texts()).toEqual([]);
    const [ringing] = [...call.world.account.calls.values()].filter(({ status }) => status === "canceled");
    expect(ringing).toMatchObject({ to: CALLEE });
  });

  test("one after another, the next rings when one declines", async () => {
    const call = await placeCall({
      replies: { ...replies, "/voice": `<Dial sequential="true" action="/done">${NUMBERS}</Dial>` },
    });
    expect(requestsTo(call, "/whisper").map(({ parameters }) => parameters.To)).toEqual([CALLEE, OTHER]);
    expect(requestsTo(call, "/done")).toMatchObject([{ parameters: { DialBridged: "true" } }]);
  });
});
