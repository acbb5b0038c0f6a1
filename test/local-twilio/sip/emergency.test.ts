import type { SipDomainRow } from "../../../local-twilio/sip-rows";
import type { Callee } from "../../../local-twilio/voice/party";
import { CALLEE, CALLER, callLine, LINE, requestsTo, setNumber } from "../voice/phone-line";
import { callFromKitchen, openSipLine } from "./sip-line";

/* https://www.twilio.com/docs/voice/sip/emergency-calling and docs/voice/tutorials/emergency-calling-for-programmable-voice:
   emergency calling is enabled on the SIP Domain; the caller ID is a number of the account; "when a 911 call is placed from
   a phone number without a registered emergency address, Twilio will charge a $75 fee per 911 call" */
const dial = (to: string, callerId = LINE) => ({
  "/sip": `<Dial callerId="${callerId}" action="/done">${to}</Dial>`,
  "/voice": `<Dial callerId="${callerId}" action="/done">${to}</Dial>`,
  "/done": "",
});
const ENABLED: Partial<SipDomainRow> = { emergencyCallingEnabled: true };
const helps: Callee = { does: "answers", seconds: 60 };

const FEE = /no registered emergency address/;

test.each(["911", "933", " 9-1-1 "])("%j is placed, keyed by its digits", async (to) => {
  const line = openSipLine({ replies: dial(to) }, ENABLED);
  setNumber(line, { emergencyAddressSid: `AD${"1".repeat(32)}` });
  const digits = to.replace(/\D/g, "");
  const outcome = await callFromKitchen(line, "911", { callees: { [digits]: helps } });
  expect(outcome).toMatchObject({
    errors: [],
    dialed: [{ to: digits, callerId: LINE, status: "completed" }],
  });
  expect(requestsTo(line, "/done")).toMatchObject([{ at: 64, parameters: { DialCallStatus: "completed" } }]);
  expect(outcome.events.filter(({ text }) => FEE.test(text))).toEqual([]);
});

test("is placed without a registered address, too, and noted", async () => {
  const line = openSipLine({ replies: dial("911") }, ENABLED);
  const outcome = await callFromKitchen(line, "911");
  expect(outcome).toMatchObject({ errors: [], dialed: [{ to: "911", status: "completed" }] });
  expect(outcome.events.filter(({ text }) => FEE.test(text))).toHaveLength(1);
});

test("a caller on the telephone network needs no domain for it", async () => {
  const line = openSipLine({ replies: dial("911") });
  const outcome = await callLine(line, { replies: {} });
  expect(outcome).toMatchObject({ errors: [], dialed: [{ to: "911", status: "completed" }] });
});

test.each<[string, Partial<SipDomainRow>, string, string, number]>([
  ["a domain where emergency calling is not enabled", {}, "911", LINE, 13224],
  ["a caller ID that is not the account's", ENABLED, "911", CALLER, 13214],
  ["an emergency number of another country", ENABLED, "999", LINE, 13224],
  ["another short number", ENABLED, "411", LINE, 13224],
  ["an emergency number with a prefix", ENABLED, "1911", LINE, 13224],
])("%s: not placed", async (_name, settings, to, callerId, code) => {
  const line = openSipLine({ replies: dial(to, callerId) }, settings);
  const outcome = await callFromKitchen(line, to, { callees: { [CALLEE]: helps } });
  expect(outcome.errors).toMatchObject([{ code }]);
  expect(requestsTo(line, "/done")).toMatchObject([{ at: 0, parameters: { DialCallStatus: "failed" } }]);
});
