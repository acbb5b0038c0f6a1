import { readEndedCall } from "../../../src/telephony/read-ended-call";

const CallSid = `CA${"0".repeat(32)}`;

test("what became of the home's phone, of the primary contact and of the PIN is read", () => {
  const form = { CallSid, HomeOutcome: "unanswered", PrimaryDialCallStatus: "busy", PinResult: "right" };
  expect(readEndedCall(form)).toMatchObject({
    homeOutcome: "unanswered",
    primaryDialCallStatus: "busy",
    hadOwnerMenu: true,
  });
});

// What a widget that never ran leaves in Liquid: https://www.twilio.com/docs/studio/user-guide/liquid-template-language
test.each([
  ["empty", { HomeOutcome: "", PrimaryDialCallStatus: "", PinResult: "" }],
  ["missing", {}],
  ["nonsense", { HomeOutcome: "maybe", PrimaryDialCallStatus: "ringing", PinResult: "retry" }],
])("%s parameters say nothing", (_name, parameters) => {
  expect(readEndedCall({ CallSid, ...parameters })).toMatchObject({
    homeOutcome: undefined,
    primaryDialCallStatus: undefined,
    hadOwnerMenu: false,
  });
});
