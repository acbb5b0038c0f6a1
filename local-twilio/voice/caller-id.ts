import type { Account } from "../account";
import type { Leg } from "./leg";
import { TwimlError } from "./twiml-error";

/**
 * What Twilio reports as the number of a caller who withholds it: words on a keypad (anonymous, restricted, blocked,
 * unknown, unavailable), with and without a country code.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters (From)
 */
const WITHHELD = /^\+1?(266696687|7378742833|2562533|8656696|86282452253)$/;

/** Whether a text can be dialled or shown as a number. */
export function isNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** Reads the number in a Dial: punctuation is left out, ten digits are a North American number. */
export function normalizeNumber(text: string): string {
  const digits = text.replace(/[\s().-]/g, "");
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return /^\d{11,15}$/.test(digits) ? `+${digits}` : digits;
}

/**
 * The caller ID of a dialled leg: by default the caller's own.
 * @see https://www.twilio.com/docs/voice/twiml/dial#attributes-caller-id
 */
export function callerIdOf(leg: Leg, callerId: string | undefined): string {
  return callerId ?? leg.row.from;
}

/** Whether a number may be shown as the caller ID of any call: it is one of the account's, or verified to be. */
export function isOwnCallerId({ numbers, verifiedCallerIds }: Account, number: string): boolean {
  return numbers.has(number) || verifiedCallerIds.has(number);
}

/**
 * Whether the leg may be dialled with this caller ID: a valid number that is the caller's, or the account's own,
 * as the To of an inbound call always is. The URI of a SIP caller is no number: only owned numbers are left.
 * @see https://www.twilio.com/docs/api/errors/13214
 */
export function checkCallerId({ row, world }: Leg, callerId: string): TwimlError | undefined {
  const allowed = callerId === row.from || isOwnCallerId(world.account, callerId);
  if (isNumber(callerId) && !WITHHELD.test(callerId) && allowed) return undefined;
  return new TwimlError(13214, `Dial: Invalid callerId value ${JSON.stringify(callerId)}`);
}

/** Whether a SIP phone can be shown this. @see https://www.twilio.com/docs/voice/twiml/dial#attributes-caller-id */
export function isSipCallerId(callerId: string): boolean {
  return /^[\w+.-]+$/.test(callerId);
}
