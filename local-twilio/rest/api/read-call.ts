import type { Account } from "../../account";
import { parseSipUri } from "../../sip/parse-sip-uri";
import type { OutgoingCall } from "../../voice/call-out";
import { isNumber, isOwnCallerId, isSipCallerId, normalizeNumber } from "../../voice/caller-id";
import { isEmergencyNumber } from "../../voice/emergency";
import { LONGEST_CALL_SECONDS } from "../../voice/leg";
import { TwilioError } from "../twilio-error";
import type { ApiWorld } from "./api-world";
import { readDocument, readFallback } from "./read-document";
import { readForm } from "./read-form";
import { readStatusCallback } from "./read-status-callback";
import { readWhole } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

/** What a host that is not Twilio's is logged in to with changes nothing, as with `<Sip>`. */
const SUPPORTED = [
  ...["To", "From", "Url", "Method", "Twiml", "FallbackUrl", "FallbackMethod", "Timeout", "TimeLimit"],
  ...["StatusCallback", "StatusCallbackMethod", "StatusCallbackEvent", "SipAuthUsername", "SipAuthPassword"],
];

/**
 * Reads the request to call somebody. The words of the refusals are recorded ones.
 * @see https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
 * @throws TwilioError 400 for what is missing or wrong, 501 for what local Twilio does not do
 */
export function readCall({ account }: ApiWorld, body: URLSearchParams): OutgoingCall {
  refuseParameters(body, "CreateCall", SUPPORTED);
  const form = readForm(body);
  const document = readDocument(form);
  if (document === undefined)
    throw new TwilioError(
      400,
      21205,
      "Url parameter is required. For more information, see http://www.twilio.com/docs/api/twiml",
    );
  return {
    ...readEnds(account, body),
    document,
    fallback: readFallback(form),
    statusCallback: readStatusCallback(body, form),
    timeout: readWhole(body, "Timeout", { least: 1, most: 600, before: 60 }),
    timeLimit: readWhole(body, "TimeLimit", {
      ...{ least: 1, most: LONGEST_CALL_SECONDS, before: LONGEST_CALL_SECONDS },
    }),
  };
}

type Ends = Pick<OutgoingCall, "to" | "from">;

function readEnds(account: Account, body: URLSearchParams): Ends {
  const [to, from] = [body.get("To") ?? "", body.get("From") ?? ""];
  if (to === "") throw new TwilioError(400, 21201, "No 'To' number is specified");
  if (from === "") throw new TwilioError(400, 21213, "No 'From' number is specified");
  if (/^[a-z]+:/i.test(to) && !/^sips?:/i.test(to)) throw refused(`call ${to}: only numbers and SIP`);
  return parseSipUri(to) === undefined
    ? readNumbers(account, normalizeNumber(to), normalizeNumber(from))
    : readSipEnds(to, from);
}

/** A SIP phone may be shown any user name. @see https://www.twilio.com/docs/voice/api/sip-making-calls */
function readSipEnds(to: string, from: string): Ends {
  if (!isSipCallerId(from)) throw new TwilioError(400, 21212, `Invalid From Number (caller ID): ${from}`);
  return { to, from };
}

/** @see https://www.twilio.com/docs/api/errors/21210, 21211, 21212 */
function readNumbers(account: Account, to: string, from: string): Ends {
  if (!isNumber(from)) throw new TwilioError(400, 21212, `From is not a valid phone number: ${from}`);
  if (!isOwnCallerId(account, from)) throw new TwilioError(400, 21210, unverified(from));
  if (isEmergencyNumber(to)) throw refused(`call ${to} by REST: a <Dial> does`);
  if (!isNumber(to))
    throw new TwilioError(400, 21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  if (account.numbers.has(to)) throw refused(`call ${to}: it is a number of the account itself`);
  return { to, from };
}

function unverified(from: string): string {
  return `The source phone number provided, ${from}, is not yet verified for your account. You may only make calls from phone numbers that you've verified or purchased from Twilio.`;
}

function refused(what: string): TwilioError {
  return new TwilioError(501, 20501, `Local Twilio does not ${what}`);
}
