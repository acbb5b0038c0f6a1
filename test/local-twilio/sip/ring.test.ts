import type { SipRing } from "../../../local-twilio/sip/handset";
import type { Callee } from "../../../local-twilio/voice/party";
import {
  CALLER,
  type CallSetup,
  callLine,
  during,
  hangUp,
  LINE,
  press,
  requestsTo,
  textsHeard,
  whileAwaiting,
} from "../voice/phone-line";
import { scriptedCallee } from "../voice/scripted-callee";
import { DOMAIN, KITCHEN } from "./sip-home";
import { openSipLine, type SipLine } from "./sip-line";

/* https://www.twilio.com/docs/voice/twiml/sip: the action is told of "the SIP CallID header, the response code of the
   invite attempt"; recorded (2026-03-28, T14): DialSipResponseCode 200, DialSipCallId d0947…@0.0.0.0 */
const URI = `sip:kitchen@${DOMAIN}`;
const DIAL = `<Dial action="/done"><Sip>${URI}</Sip></Dial>`;

async function ring(phones: readonly Callee[], setup: Partial<CallSetup> = {}) {
  const whole = { ...setup, replies: { "/voice": DIAL, "/done": "", ...setup.replies } };
  const line = openSipLine(whole);
  const rings: SipRing[] = [];
  const handsets = phones.map((phone) =>
    line.phones.register({
      ...KITCHEN,
      phone: (shown) => {
        rings.push(shown);
        return phone;
      },
    }),
  );
  const outcome = await callLine(line, whole);
  await outcome.afterwards;
  return { line, handsets, rings, outcome, done: requestsTo(line, "/done")[0] };
}

test("a phone that answers is connected, and shown who calls", async () => {
  const ann = scriptedCallee(during("conversation", hangUp(20)));
  const call = await ring([{ ...ann.phone, after: 6 }]);
  expect(call.done).toMatchObject({
    at: 6 + 20,
    parameters: {
      DialCallStatus: "completed",
      DialBridged: "true",
      DialCallDuration: "20",
      DialSipResponseCode: "200",
      DialSipCallId: expect.stringMatching(/^[0-9a-f]{32}@0\.0\.0\.0$/),
    },
  });
  const child = [...call.line.world.account.calls.values()].find(({ parentCallSid }) => parentCallSid);
  expect(child).toMatchObject({ from: CALLER, to: URI, direction: "outbound-dial", duration: 20 });
  expect(call.rings).toEqual([{ callSid: child?.sid, from: CALLER, to: URI, isInCall: false }]);
  expect(call.outcome).toMatchObject({ hungUpBy: "callee", errors: [] });
  expect(call.handsets[0]?.isInCall).toBe(false);
  expect(call.handsets[0]?.outcomes).toMatchObject([
    { callSid: child?.sid, status: "completed", hungUpBy: "caller", heard: [{ kind: "conversation" }] },
  ]);
});

test("a phone that says no more than that it answers talks for its seconds", async () => {
  const call = await ring([{ does: "answers", seconds: 12 }]);
  expect(call.done).toMatchObject({ at: 4 + 12, parameters: { DialCallDuration: "12" } });
});

test.each([
  ["no-answer", { does: "no-answer" }, 30, "no-answer", "487"],
  // https://www.rfc-editor.org/rfc/rfc3261#section-21.4.24 (486 Busy Here), #section-21.6.2 (603 Decline)
  ["busy", { does: "busy" }, 0, "busy", "486"],
  ["declined", { does: "failed" }, 0, "failed", "603"],
  ["failed", { does: "failed", sipCode: 503 }, 0, "failed", "503"],
] as const)("a phone that is %s", async (_name, phone, at, DialCallStatus, DialSipResponseCode) => {
  const call = await ring([phone]);
  expect(call.done).toMatchObject({
    at,
    parameters: { DialCallStatus, DialSipResponseCode, DialBridged: "false" },
  });
  expect(call.handsets[0]?.outcomes).toEqual([]);
});

test("who is on the phone is told that the caller has hung up", async () => {
  const told: number[] = [];
  const { party } = scriptedCallee();
  const ann = { during: party.during, interrupted: (seconds: number) => told.push(seconds) };
  const call = await ring([{ does: "answers", party: ann }], { steps: [during("conversation", hangUp(8))] });
  expect(told).toEqual([8]);
  expect(call.handsets[0]?.outcomes).toMatchObject([{ hungUpBy: "twilio", status: "completed" }]);
});

test("a caller who hangs up ends the ringing", async () => {
  const call = await ring([{ does: "answers", after: 9 }], { steps: [whileAwaiting("answer", hangUp(5))] });
  expect(call.done).toMatchObject({
    at: 5,
    parameters: { DialCallStatus: "canceled", DialSipResponseCode: "487" },
  });
  expect(call.handsets[0]).toMatchObject({ isInCall: false, outcomes: [] });
});

describe("several phones of one user", () => {
  // Recorded (2026-03-29, T21): Twilio sends the INVITE to all registered contacts, and the first to answer wins.
  const slow: Callee = { does: "answers", after: 8, seconds: 5 };
  const quick: Callee = { does: "answers", after: 3, seconds: 5 };

  test("all ring, and the first to answer wins", async () => {
    const call = await ring([slow, { does: "busy" }, quick, { does: "no-answer" }]);
    expect(call.rings).toHaveLength(4);
    expect(call.done).toMatchObject({ at: 3 + 5, parameters: { DialCallStatus: "completed" } });
    expect(call.handsets.map(({ outcomes }) => outcomes.length)).toEqual([0, 0, 1, 0]);
    expect(call.outcome.dialed).toEqual([{ to: URI, callerId: CALLER, status: "completed" }]);
  });

  test.each<[string, readonly Callee[]]>([
    ["no-answer", [{ does: "failed" }, { does: "busy" }, { does: "no-answer" }]],
    ["busy", [{ does: "failed" }, { does: "busy" }]],
  ])("nobody answers: %s", async (status, phones) => {
    const call = await ring(phones);
    expect(call.done).toMatchObject({ parameters: { DialCallStatus: status } });
  });

  test("a phone that has left does not ring", async () => {
    const line = openSipLine({ replies: { "/voice": DIAL, "/done": "" } });
    const phone = () => quick;
    const [first, second] = [slow, quick].map((callee) =>
      line.phones.register({ ...KITCHEN, phone: () => callee }),
    );
    second?.unregister();
    line.phones.register({ ...KITCHEN, username: "hall", phone });
    await callLine(line, { replies: {} });
    expect(requestsTo(line, "/done")).toMatchObject([{ at: 8 + 5 }]);
    expect(first?.outcomes).toHaveLength(1);
  });
});

describe("a user at whose name no phone is registered", () => {
  // https://www.twilio.com/docs/api/errors/32009; https://www.rfc-editor.org/rfc/rfc3261#section-21.4.18: 480 when the
  // callee "is not logged in", #section-21.4.5: 404 when "the user does not exist at the domain"
  test.each([
    [`sip:hall@${DOMAIN}`, "480"],
    [`sip:attic@${DOMAIN}`, "404"],
  ])("%s: %s", async (uri, DialSipResponseCode) => {
    const call = await ring([{ does: "answers" }], {
      replies: { "/voice": `<Dial action="/done"><Sip>${uri}</Sip></Dial>` },
    });
    expect(call.done).toMatchObject({ at: 0, parameters: { DialCallStatus: "failed", DialSipResponseCode } });
    expect(call.outcome.errors).toMatchObject([{ code: 32009 }]);
    expect(call.rings).toEqual([]);
  });
});

test.each([
  // https://www.twilio.com/docs/api/errors/13243, 32214, 32223
  ["kitchen", 13243],
  ["sip:kitchen@", 13243],
  ["sip:kitchen@stranger.sip.twilio.com", 32214],
  [`sip:${DOMAIN}`, 32223],
])("%s cannot be dialled: %i", async (uri, code) => {
  const call = await ring([], { replies: { "/voice": `<Dial action="/done"><Sip>${uri}</Sip></Dial>` } });
  expect(call.outcome.errors).toMatchObject([{ code }]);
  expect(call.done).toMatchObject({ parameters: { DialCallStatus: "failed" } });
});

test.each([
  `sips:kitchen@${DOMAIN}`,
  `sip:kitchen@${DOMAIN}:5061;secure=true`,
  `sip:kitchen@home.sip.us1.twilio.com;transport=tls?X-Room=1`,
  `sip:kitch%65n@${DOMAIN}`,
])("%s is the kitchen's phone, too", async (uri) => {
  const call = await ring([{ does: "answers" }], {
    replies: { "/voice": `<Dial action="/done"><Sip username="a" password="b">${uri}</Sip></Dial>` },
  });
  expect(call.done).toMatchObject({ parameters: { DialCallStatus: "completed" } });
});

test.each([
  // "For Sip […] any alphanumeric character, plus +-_." (docs/voice/twiml/dial#attributes-caller-id)
  ["the_hall-1.2", []],
  ["Ann's phone", [{ code: 13214 }]],
])("callerId %j", async (callerId, errors) => {
  const call = await ring([{ does: "answers" }], {
    replies: { "/voice": `<Dial callerId="${callerId}"><Sip>${URI}</Sip></Dial>` },
  });
  expect(call.outcome.errors).toMatchObject(errors);
  expect(call.rings.map(({ from }) => from)).toEqual(errors.length > 0 ? [] : [callerId]);
});

test("call waiting: a phone in a call rings, and knows that it is in one", async () => {
  const line: SipLine = openSipLine({ replies: { "/voice": DIAL } });
  const rings: boolean[] = [];
  const kitchen = line.phones.register({
    ...KITCHEN,
    phone: ({ isInCall }) => {
      rings.push(isInCall);
      return isInCall ? { does: "busy" } : { does: "answers", after: 2, seconds: 40 };
    },
  });
  const later = async () => {
    await line.world.clock.sleep(10_000);
    expect(kitchen.isInCall).toBe(true);
    return callLine(line, { replies: {} });
  };
  const [first, second] = await Promise.all([callLine(line, { replies: {} }), later()]);
  expect(rings).toEqual([false, true]);
  expect([first.dialed[0]?.status, second.dialed[0]?.status]).toEqual(["completed", "busy"]);
  expect(kitchen.isInCall).toBe(false);
});

test("the whisper of a Sip and its status callback", async () => {
  // https://www.twilio.com/docs/voice/twiml/sip: url, method, statusCallback, statusCallbackEvent
  const ann = scriptedCallee(whileAwaiting("input", press("1")), during("conversation", hangUp(3)));
  const attributes = 'url="/whisper" statusCallback="/leg" statusCallbackEvent="ringing answered completed"';
  const call = await ring([ann.phone], {
    replies: {
      "/voice": `<Dial action="/done"><Sip ${attributes}>${URI}</Sip></Dial>`,
      "/whisper": '<Gather numDigits="1" action="/accept"><Say>For you</Say></Gather><Hangup/>',
      ...{ "/accept": "", "/leg": "" },
    },
  });
  expect(ann.texts()).toEqual(["For you", "conversation"]);
  expect(textsHeard(call.outcome)).toEqual(["ringing", "conversation"]);
  expect(
    requestsTo(call.line, "/leg").map(({ parameters }) => [parameters.CallStatus, parameters.To]),
  ).toEqual([
    ["ringing", URI],
    ["in-progress", URI],
    ["completed", URI],
  ]);
  expect(call.done).toMatchObject({ parameters: { DialBridged: "true", To: LINE } });
});

describe("a phone of another host", () => {
  // https://www.twilio.com/docs/voice/twiml/sip: "you can send a call to any SIP endpoint"; "the callerId attribute does
  // not need to be a validated phone number. Enter any alphanumeric string. Optionally include […] +-_."
  const DESK = "sip:desk@example.com";
  const dial = (callees: Readonly<Record<string, Callee>>, { uri = DESK, attributes = "" } = {}) =>
    ring([], {
      replies: {
        "/voice": `<Dial action="/done" ${attributes}><Sip url="/whisper">${uri}</Sip></Dial>`,
        "/whisper": "",
      },
      callees,
    });

  test.each([DESK, "SIP:desk@Example.com:5061;transport=tls?X-Room=1"])("%s rings it", async (uri) => {
    const ann = scriptedCallee(during("conversation", hangUp(20)));
    const call = await dial({ [DESK]: ann.phone }, { uri, attributes: 'callerId="front.desk"' });
    expect(call.done?.parameters).toMatchObject({
      ...{ DialCallStatus: "completed", DialBridged: "true", DialCallDuration: "20" },
      ...{ DialSipResponseCode: "200", DialSipCallId: expect.any(String) },
    });
    expect(call.outcome).toMatchObject({
      ...{ dialed: [{ to: uri, callerId: "front.desk", status: "completed" }], errors: [] },
    });
  });

  test.each([
    [{ does: "no-answer" }, "no-answer", "487"],
    [{ does: "busy" }, "busy", "486"],
    [{ does: "failed", sipCode: 503 }, "failed", "503"],
    [{ does: "failed" }, "failed", undefined],
  ] as const)("%j", async (phone, DialCallStatus, DialSipResponseCode) => {
    const call = await dial({ [DESK]: phone });
    expect(call.done?.parameters).toMatchObject({ DialCallStatus, DialBridged: "false" });
    expect(call.done?.parameters.DialSipResponseCode).toBe(DialSipResponseCode);
  });

  test("13214: a caller ID with spaces", async () => {
    const call = await dial({}, { attributes: 'callerId="front desk"' });
    expect(call.outcome.errors).toMatchObject([{ code: 13214 }]);
    expect(call.done?.parameters).toMatchObject({ DialCallStatus: "failed" });
  });
});
