import type { SipCall } from "../../../local-twilio/sip/place-sip-call";
import { SipRefusal } from "../../../local-twilio/sip/sip-refusal";
import {
  CALLEE,
  HOST,
  hangUp,
  LINE,
  reply,
  requestsTo,
  textsHeard,
  whileAwaiting,
} from "../voice/phone-line";
import { scriptedCallee } from "../voice/scripted-callee";
import { DOMAIN, KITCHEN, PASSWORD } from "./sip-home";
import { callFromKitchen, openSipLine, type SipLine } from "./sip-line";

const KITCHEN_URI = `sip:kitchen@${DOMAIN}`;
const SAY = { "/sip": "<Say>Hello</Say>" };

test("the domain's voice URL is asked with the parameters of a SIP call", async () => {
  // https://www.twilio.com/docs/voice/api/receiving-sip and docs/api/twilio-sip/sip-twiml: To is "The URI of the
  // INVITE", From the "From header passed in the INVITE", SipUsername "the username given when authenticating"
  const line = openSipLine({ replies: SAY });
  const outcome = await callFromKitchen(line, "2125550142");
  expect(requestsTo(line, "/sip")).toMatchObject([
    {
      method: "POST",
      parameters: {
        From: KITCHEN_URI,
        Caller: KITCHEN_URI,
        To: `sip:2125550142@${DOMAIN}`,
        Direction: "inbound",
        CallStatus: "ringing",
        ApiVersion: "2010-04-01",
        CallSid: outcome.callSid,
        SipDomain: DOMAIN,
        SipDomainSid: [...line.world.account.sipDomains.keys()][0],
        SipUsername: "kitchen",
        SipCallId: expect.stringMatching(/^[0-9a-f]{32}@/),
        SipSourceIp: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      },
    },
  ]);
  expect(outcome).toMatchObject({ answered: true, status: "completed", from: KITCHEN_URI });
  expect(textsHeard(outcome)).toEqual(["Hello"]);
  expect(line.world.account.calls.get(outcome.callSid)).toMatchObject({
    direction: "inbound",
    status: "completed",
  });
});

test("the domain's method and fallback URL are used", async () => {
  const settings = {
    voiceMethod: "GET",
    voiceFallbackUrl: `${HOST}/fallback`,
    voiceFallbackMethod: "GET",
  } as const;
  const line = openSipLine(
    { replies: { "/sip": reply(500, "text/plain", ""), "/fallback": SAY["/sip"] } },
    settings,
  );
  const outcome = await callFromKitchen(line, "2125550142");
  expect(line.seen.slice(0, 2)).toMatchObject([
    { path: "/sip", method: "GET" },
    { path: "/fallback", method: "GET", parameters: { ErrorCode: "11200", SipUsername: "kitchen" } },
  ]);
  expect(textsHeard(outcome)).toEqual(["Hello"]);
});

test("the domain's status callback is told of the end and nothing else", async () => {
  // Recorded (2026-03-28, T15): "received exactly one status callback event: CallStatus: completed"
  const line = openSipLine({ replies: { ...SAY, "/sip-status": "" } });
  await callFromKitchen(line, "2125550142");
  expect(requestsTo(line, "/sip-status")).toMatchObject([
    { method: "POST", parameters: { CallStatus: "completed", CallDuration: "0", From: KITCHEN_URI } },
  ]);
});

test("a domain without a voice URL fails the call at once", async () => {
  const line = openSipLine({ replies: {} }, { voiceUrl: "" });
  expect(await callFromKitchen(line, "911")).toMatchObject({ status: "failed", answered: false });
  expect(line.seen).toEqual([]);
});

describe("what is dialled becomes the URI of the INVITE", () => {
  // https://www.rfc-editor.org/rfc/rfc3261#section-25.1: what is not unreserved or user-unreserved is escaped
  test.each([
    ["+12125550142", `sip:+12125550142@${DOMAIN}`],
    ["*67", `sip:*67@${DOMAIN}`],
    ["#31#2125550142", `sip:%2331%232125550142@${DOMAIN}`],
    [`sip:911@${DOMAIN};user=phone`, `sip:911@${DOMAIN};user=phone`],
    ["sip:911@home.sip.us1.twilio.com:5060", "sip:911@home.sip.us1.twilio.com:5060"],
  ])("%s", async (to, uri) => {
    const line = openSipLine({ replies: SAY });
    expect(await callFromKitchen(line, to)).toMatchObject({ to: uri, status: "completed" });
    expect(requestsTo(line, "/sip")).toMatchObject([{ parameters: { To: uri, SipDomain: DOMAIN } }]);
  });
});

test("nobody checks the From header, SipUsername tells who it is", async () => {
  const line = openSipLine({ replies: SAY });
  const fromUri = `sip:${LINE}@${DOMAIN}`;
  const { party } = scriptedCallee();
  await line.phones.placeCall({
    from: KITCHEN,
    fromUri,
    to: "911",
    party,
    parameters: { "SipHeader_X-Room": "2" },
  });
  expect(requestsTo(line, "/sip")).toMatchObject([
    { parameters: { From: fromUri, SipUsername: "kitchen", "SipHeader_X-Room": "2" } },
  ]);
});

describe("is refused, and no webhook is asked", () => {
  const refused = async (line: SipLine, changes: Partial<SipCall>) => {
    const { party } = scriptedCallee();
    const placed = line.phones.placeCall({ from: KITCHEN, to: "2125550142", party, ...changes });
    const error = await placed.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(line.seen).toEqual([]);
    expect(line.world.account.calls.size).toBe(0);
    return error instanceof SipRefusal ? [error.status, error.code] : error;
  };

  test.each<[string, Partial<SipCall>, [number, number | undefined]]>([
    ["a wrong password", { from: { ...KITCHEN, password: `${PASSWORD}x` } }, [403, 32202]],
    ["an unknown user", { from: { ...KITCHEN, username: "attic" } }, [403, 32202]],
    ["a stranger's domain", { to: "sip:911@stranger.sip.twilio.com" }, [404, undefined]],
    ["what is no URI", { to: "sip:" }, [400, undefined]],
  ])("%s", async (_name, changes, expected) => {
    expect(await refused(openSipLine({ replies: SAY }), changes)).toEqual(expected);
  });

  test("who may only register", async () => {
    // The lists for calls and for registrations are two: docs/voice/sip/api/sip-domain-resource#sip-domain-authentication
    expect(await refused(openSipLine({ replies: SAY }, { callsLists: new Map() }), {})).toEqual([403, 32202]);
  });
});

test("a registered phone is in a call while it calls, and needs no registration to call", async () => {
  const line = openSipLine({ replies: SAY });
  const kitchen = line.phones.register({ ...KITCHEN, phone: () => ({ does: "busy" }) });
  kitchen.unregister();
  const { party } = scriptedCallee();
  const placed = line.phones.placeCall({ from: kitchen, to: "2125550142", party });
  expect(kitchen.isInCall).toBe(true);
  expect(await placed).toMatchObject({ from: KITCHEN_URI, status: "completed" });
  expect(kitchen).toMatchObject({ isInCall: false, outcomes: [] });
});

describe("its Dial", () => {
  const dial = (callerId: string, to: string) => ({
    "/sip": `<Dial ${callerId && `callerId="${callerId}"`} action="/done">${to}</Dial>`,
    "/done": "",
  });

  test("shows an owned number", async () => {
    const line = openSipLine({ replies: dial(LINE, CALLEE) });
    const outcome = await callFromKitchen(line, CALLEE, {
      callees: { [CALLEE]: { does: "answers", seconds: 7 } },
    });
    expect(outcome.dialed).toEqual([{ to: CALLEE, callerId: LINE, status: "completed" }]);
    expect(requestsTo(line, "/done")).toMatchObject([
      { at: 4 + 7, parameters: { DialCallStatus: "completed", SipUsername: "kitchen" } },
    ]);
  });

  // "For an inbound SIP call it may not be To or From": docs/voice/twiml/dial#attributes-caller-id
  test.each([
    ["the From by default", ""],
    ["the From", KITCHEN_URI],
    ["the number that was dialled", CALLEE],
  ])("cannot show %s: 13214", async (_name, callerId) => {
    const line = openSipLine({ replies: dial(callerId, CALLEE) });
    const outcome = await callFromKitchen(line, CALLEE);
    expect(outcome.errors).toMatchObject([{ code: 13214 }]);
    expect(requestsTo(line, "/done")).toMatchObject([{ parameters: { DialCallStatus: "failed" } }]);
  });

  test("is left by a phone that hangs up", async () => {
    const line = openSipLine({ replies: dial(LINE, CALLEE) });
    const outcome = await callFromKitchen(line, CALLEE, { steps: [whileAwaiting("answer", hangUp(3))] });
    expect(outcome).toMatchObject({ hungUpBy: "caller", dialed: [{ status: "canceled" }] });
  });

  test("may ring another phone of the home", async () => {
    const line = openSipLine({ replies: dial("", `<Sip>sip:hall@${DOMAIN}</Sip>`) });
    const hall = line.phones.register({
      ...KITCHEN,
      username: "hall",
      phone: () => ({ does: "answers", seconds: 5 }),
    });
    const outcome = await callFromKitchen(line, "hall");
    expect(outcome).toMatchObject({ errors: [], dialed: [{ callerId: KITCHEN_URI, status: "completed" }] });
    expect(hall.outcomes).toHaveLength(1);
  });
});
