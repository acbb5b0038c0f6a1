import parsePhoneNumber from "libphonenumber-js/max";
import type { Account } from "../../account";
import type { MessageMark, MessageRow } from "../../messages";
import { isNumber, normalizeNumber } from "../../voice/caller-id";
import { TwilioError } from "../twilio-error";
import { countSegments } from "./count-segments";
import type { LiveWorld } from "./live-world";
import { refuseParameters } from "./refuse-parameters";

/** "Can be up to 1,600 characters in length." */
const LONGEST_BODY = 1600;
/** @see https://www.twilio.com/docs/usage/tutorials/how-to-use-your-free-trial-account */
const TRIAL_PREFIX = "Sent from your Twilio trial account - ";
/** Where Twilio sends to landlines all the same. @see https://support.twilio.com/hc/en-us/articles/223133647 */
const LANDLINE_COUNTRIES: readonly string[] = ["US", "CA", "GB"];

/** What a form says of a message. */
type MessageDetails = Pick<MessageRow, "from" | "to" | "body" | "segments" | "toLandline">;

/**
 * Reads the request to send a message. The words of the refusals are recorded ones.
 * @see https://www.twilio.com/docs/messaging/api/message-resource#create-a-message
 * @throws TwilioError 400 for what is missing, wrong or cannot be sent, 501 for what local Twilio does not do
 */
export function readMessage(world: LiveWorld, body: URLSearchParams): MessageDetails {
  refuseParameters(body, "CreateMessage", ["To", "From", "Body", "StatusCallback"]);
  const { account } = world;
  const [from, to, text] = ["From", "To", "Body"].map((name) => body.get(name) ?? "");
  if (!to) throw new TwilioError(400, 21604, "A 'To' phone number is required.");
  if (!from) throw new TwilioError(400, 21603, "A 'From' phone number is required.");
  if (!text) throw new TwilioError(400, 21602, "Message body is required.");
  if (text.length > LONGEST_BODY)
    throw new TwilioError(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  const [sender, receiver] = [readSender(account, from), readReceiver(to)];
  if (sender === receiver) throw new TwilioError(400, 21266, "'To' and 'From' number cannot be the same");
  checkReceiver(world, sender, receiver);
  const whole = account.type === "Trial" ? TRIAL_PREFIX + text : text;
  const toLandline = world.messages.marks.get(receiver) === "landline";
  return { from: sender, to: receiver, body: whole, segments: countSegments(whole), toLandline };
}

function readSender({ numbers }: Account, from: string): string {
  const number = normalizeNumber(from);
  const row = numbers.get(number);
  if (/^\+?[\d\s().-]{1,6}$/.test(from) || /^[a-z]+:/i.test(from))
    throw refused(`send messages from ${from}: only from telephone numbers`);
  if (!isNumber(number))
    throw new TwilioError(
      400,
      21212,
      `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`,
    );
  if (row === undefined)
    throw new TwilioError(
      400,
      21659,
      `'From' ${from} is not a Twilio phone number or Short Code country mismatch`,
    );
  if (!row.capabilities.sms)
    throw new TwilioError(
      400,
      21606,
      `The From phone number ${from} is not a valid, SMS-capable inbound phone number or short code for your account.`,
    );
  return number;
}

function readReceiver(to: string): string {
  if (/^[a-z]+:/i.test(to)) throw refused(`send messages to ${to}: only to telephone numbers`);
  const number = normalizeNumber(to);
  if (isNumber(number) && parsePhoneNumber(number)?.isPossible() === true) return number;
  throw new TwilioError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
}

function checkReceiver({ account, messages }: LiveWorld, from: string, to: string): void {
  if (account.numbers.has(to)) throw refused(`send messages to ${to}: it is a number of the account itself`);
  if (account.type === "Trial" && !account.verifiedCallerIds.has(to))
    throw new TwilioError(
      400,
      21608,
      `The number ${to} is unverified. Trial accounts cannot send messages to unverified numbers; verify ${to} at twilio.com/user/account/phone-numbers/verified, or purchase a Twilio number to send messages to unverified numbers`,
    );
  const country = countryOf(to);
  if (!messages.countries.has(country))
    throw new TwilioError(
      400,
      21408,
      `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}`,
    );
  const mark = messages.marks.get(to);
  const refusal = mark && refusalOf(mark, { from, to, country });
  if (refusal !== undefined) throw new TwilioError(400, ...refusal);
}

/** Toll-free numbers are no country's own: they are taken for the first one's with that calling code. */
function countryOf(to: string): string {
  const { country, countryCallingCode } = parsePhoneNumber(to) ?? {};
  return country ?? (countryCallingCode === "1" ? "US" : "");
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly country: string;
}

function refusalOf(
  mark: MessageMark,
  { from, to, country }: Ends,
): [code: number, message: string] | undefined {
  switch (mark) {
    case "landline":
      return LANDLINE_COUNTRIES.includes(country) ? undefined : [21635, "'To' number cannot be a landline"];
    case "notMobile":
      return [21614, `To number: ${to}, is not a mobile number`];
    case "optedOut":
      return [21610, "Attempt to send to unsubscribed recipient"];
    case "unreachable":
      return [
        21612,
        `The 'To' phone number: ${to}, is not currently reachable using the 'From' phone number: ${from} via SMS.`,
      ];
  }
}

function refused(what: string): TwilioError {
  return new TwilioError(501, 20501, `Local Twilio does not ${what}`);
}
