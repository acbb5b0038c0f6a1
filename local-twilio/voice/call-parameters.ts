import type { Account, CallRow } from "../account";

const PLACES = ["City", "State", "Zip"] as const;

/**
 * The parameters that every request about a call carries. Places that Twilio does not know are sent empty; here only
 * the country of North American numbers is known.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function callParameters(account: Account, row: CallRow): Record<string, string> {
  return {
    ...identityOf(account, row),
    ...placeOf("From", row.from),
    ...placeOf("Caller", row.from),
    ...placeOf("To", row.to),
    ...placeOf("Called", row.to),
  };
}

function identityOf(account: Account, row: CallRow): Record<string, string> {
  return {
    CallSid: row.sid,
    AccountSid: account.sid,
    ApiVersion: "2010-04-01",
    From: row.from,
    Caller: row.from,
    To: row.to,
    Called: row.to,
    CallStatus: row.status,
    Direction: row.direction,
    ...(row.parentCallSid === undefined ? {} : { ParentCallSid: row.parentCallSid }),
  };
}

function placeOf(whose: string, number: string): Record<string, string> {
  const blank = PLACES.map((part) => [`${whose}${part}`, ""]);
  return { ...Object.fromEntries(blank), [`${whose}Country`]: /^\+1\d{10}$/.test(number) ? "US" : "" };
}
