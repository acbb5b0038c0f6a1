import { type CallStatus, parseCallStatus } from "./call-status";
import { type DialCallStatus, parseDialCallStatus } from "./dial-call-status";
import { type Form, readText, requireText } from "./form";

/** What of a call-back is told: the department's telephone, the caller's, or the Dial between them. */
const LEGS = ["phone", "caller", "dial"] as const;
export type CallbackLeg = (typeof LEGS)[number];

const SUBJECT = "status of a call-back";

/** How one of the calls of a call-back goes. */
export interface CallbackStatus {
  readonly link: string;
  readonly of: CallbackLeg;
  /** Undefined for the Dial, and for a word that Twilio does not document. */
  readonly status: CallStatus | undefined;
  readonly dialCallStatus: DialCallStatus | undefined;
}

/**
 * Reads a status callback, or the request to a Dial's action. @throws TypeError naming the parameter that makes no sense
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 * @see https://www.twilio.com/docs/voice/twiml/dial#action
 */
export function readCallbackStatus(form: Form): CallbackStatus {
  const of = LEGS.find((leg) => leg === readText(form, "of"));
  if (of === undefined) throw new TypeError(`Cannot read ${SUBJECT}: of is none of ${LEGS.join(", ")}`);
  return {
    link: requireText(form, "link", SUBJECT),
    of,
    status: of === "dial" ? undefined : parseCallStatus(readText(form, "CallStatus")),
    dialCallStatus: of === "dial" ? parseDialCallStatus(readText(form, "DialCallStatus")) : undefined,
  };
}
