/** Besides the two numbers, in each form that names them. @see https://www.twilio.com/docs/voice/twiml#request-parameters */
const NAMES: readonly string[] = [
  "AccountSid",
  "AddOns",
  "ApiVersion",
  "CallSid",
  "CallStatus",
  "CallToken",
  "CallerName",
  "Direction",
  "FinishedOnKey",
  "ForwardedFrom",
  "Language",
  "ParentCallSid",
  "StirPassportToken",
  "StirVerstat",
  "msg",
];
const PARTY = /^(From|To|Caller|Called)(City|Country|State|Zip)?$/;

/** Whether Twilio sends a form field of that name with the requests of a call. */
export function isCallParameter(name: string): boolean {
  return NAMES.includes(name) || PARTY.test(name) || /^Sip[A-Z]/.test(name);
}
