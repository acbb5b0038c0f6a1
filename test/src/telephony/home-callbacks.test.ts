import { isLive, parseCallStatus } from "../../../src/telephony/call-status";
import { readConferenceEvent } from "../../../src/telephony/read-conference-event";
import { readHouseholdCall } from "../../../src/telephony/read-household-call";
import { readPhoneStatus } from "../../../src/telephony/read-phone-status";
import { readReturnedCall } from "../../../src/telephony/read-returned-call";
import { serviceUrl } from "../../../src/telephony/service-url";

const CALL = `CA${"1".repeat(32)}`;
const PHONE = `CA${"2".repeat(32)}`;
const ROOM = `CF${"3".repeat(32)}`;
const FLOW = `FW${"4".repeat(32)}`;

// https://www.twilio.com/docs/voice/api/call-resource#call-status-values
test.each([
  ["queued", true],
  ["ringing", true],
  ["in-progress", true],
  ["canceled", false],
  ["completed", false],
  ["failed", false],
  ["busy", false],
  ["no-answer", false],
])("a call that is %s is on the line: %s", (text, expected) => {
  const status = parseCallStatus(text);
  expect(status && isLive(status)).toBe(expected);
});

// Parameters: https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback-request-parameters
test.each<[string, Record<string, string>, object]>([
  [
    "participant-leave",
    {
      CallSid: PHONE,
      ParticipantLabel: "phone",
      ParticipantCallStatus: "busy",
      ReasonParticipantLeft: "participant_add_failed",
    },
    { participant: PHONE, label: "phone", participantStatus: "busy", reason: "participant_add_failed" },
  ],
  [
    "conference-end",
    {
      CallSidEndingConference: CALL,
      ParticipantLabelEndingConference: "caller",
      ReasonConferenceEnded: "last-participant-left",
    },
    { participant: CALL, label: "caller", reason: "last-participant-left", participantStatus: undefined },
  ],
  ["announcement-end", { AnnounceUrl: "https://a.example/" }, { announceUrl: "https://a.example/" }],
])("readConferenceEvent() reads %s", (name, parameters, expected) => {
  const form = { call: CALL, ConferenceSid: ROOM, StatusCallbackEvent: name, ...parameters };
  expect(readConferenceEvent(form)).toMatchObject({ callSid: CALL, conferenceSid: ROOM, name, ...expected });
});

test("readPhoneStatus() tells the phone's call from the caller's", () => {
  expect(readPhoneStatus({ call: CALL, CallSid: PHONE, CallStatus: "no-answer" })).toEqual({
    callSid: CALL,
    phoneCallSid: PHONE,
    status: "no-answer",
  });
});

test("readHouseholdCall() reads the flow to go back to, and whether the call can still be rejected", () => {
  const form = { CallSid: CALL, From: "+12125550150", To: "+12125550100", flow: FLOW };
  expect(readHouseholdCall({ ...form, CallStatus: "ringing" })).toMatchObject({
    isAnswered: false,
    flowSid: FLOW,
  });
  expect(readHouseholdCall({ ...form, CallStatus: "in-progress" })).toMatchObject({ isAnswered: true });
  expect(readHouseholdCall(form)).toMatchObject({ isAnswered: true });
});

test.each<[string, boolean]>([
  ["in-progress", true],
  ["ringing", true],
  ["completed", false],
  ["", true],
  ["shouting", true],
])("readReturnedCall(): with CallStatus %j the caller is on the line: %s", (CallStatus, isOnLine) => {
  expect(readReturnedCall({ CallSid: CALL, CallStatus })).toEqual({ callSid: CALL, isOnLine });
});

test.each<[string, () => unknown, string]>([
  ["the caller's call", () => readPhoneStatus({ CallSid: PHONE, CallStatus: "busy" }), "call is missing"],
  [
    "the phone's call",
    () => readPhoneStatus({ call: CALL, CallSid: "x", CallStatus: "busy" }),
    "CallSid is no SID",
  ],
  ["the status", () => readPhoneStatus({ call: CALL, CallSid: PHONE }), "CallStatus is missing or unknown"],
  [
    "the conference",
    () => readConferenceEvent({ call: CALL, ConferenceSid: "CF1" }),
    "ConferenceSid is missing",
  ],
  ["the flow", () => readHouseholdCall({ CallSid: CALL, flow: "FW1" }), "flow is no SID of a flow"],
  ["a call that comes back", () => readReturnedCall({}), "CallSid is missing"],
])("without %s it is refused by name", (_name, read, message) => {
  expect(read).toThrow(TypeError);
  expect(read).toThrow(message);
});

test("serviceUrl() is https but on this machine, and escapes what it is given", () => {
  expect(serviceUrl("a.twil.io", "/home/room", { call: "CA1" })).toBe("https://a.twil.io/home/room?call=CA1");
  expect(serviceUrl("localhost:3000", "/x")).toBe("http://localhost:3000/x");
  expect(serviceUrl("a.twil.io", "/x", { y: "a&b=c" })).toBe("https://a.twil.io/x?y=a%26b%3Dc");
});
