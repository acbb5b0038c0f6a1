import type { CallRow } from "../../account";
import type { DocumentRequest } from "../../voice/document-request";
import { endLeg, type Leg } from "../../voice/leg";
import { redirectLeg } from "../../voice/redirect-leg";
import { TwilioError } from "../twilio-error";
import type { LiveWorld } from "./live-world";
import { readDocument, readFallback } from "./read-document";
import { readForm } from "./read-form";
import { readChoice } from "./read-words";
import { refuseParameters } from "./refuse-parameters";

/** What the status may be changed to. */
const STATUSES = ["canceled", "completed"] as const;

/**
 * Ends a call, or leads it to another document, whatever it does. `canceled` hangs up calls that are queued or ringing and
 * leaves calls in progress alone, `completed` hangs up both.
 * @see https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource
 * @throws TwilioError 400 for what is wrong, 501 for what local Twilio does not do
 */
export function changeCall(world: LiveWorld, row: CallRow, body: URLSearchParams): void {
  refuseParameters(body, "UpdateCall", [
    ...["Status", "Url", "Method", "Twiml", "FallbackUrl", "FallbackMethod"],
  ]);
  const form = readForm(body);
  const document = readDocument(form);
  const fallback = readFallback(form);
  const leg = findLeg(world, row);
  if (body.has("Status")) end(leg, readChoice(body, "Status", { allowed: STATUSES, before: "completed" }));
  else if (document === undefined) throw new TwilioError(400, 20001, "Url, Twiml or Status is required");
  else redirectLeg(leadable(leg, document), document, fallback);
}

function end(leg: Leg, status: (typeof STATUSES)[number]): void {
  if (status === "completed" || leg.row.status !== "in-progress") endLeg(leg, status);
}

/** @throws TwilioError 400/21220 for a call that is not answered yet */
function leadable(leg: Leg, { url }: DocumentRequest): Leg {
  const { sid, status, direction } = leg.row;
  if (status !== "in-progress") throw notInProgress();
  if (direction === "outbound-dial")
    throw new TwilioError(
      501,
      20501,
      `Local Twilio does not lead ${sid} to ${url || "TwiML"}: a <Dial> placed it`,
    );
  return leg;
}

/** The call that local Twilio lives through. @throws TwilioError 400/21220 when it is over, 501 when there is none */
export function findLeg({ voice }: LiveWorld, { sid, endTime }: CallRow): Leg {
  if (endTime !== undefined) throw notInProgress();
  const leg = voice.switchboard.legs.get(sid);
  if (leg === undefined)
    throw new TwilioError(501, 20501, `Local Twilio does not live through ${sid}: a callee without a party`);
  return leg;
}

/** Invalid call state, in recorded words. @see https://www.twilio.com/docs/api/errors/21220 */
export function notInProgress(): TwilioError {
  return new TwilioError(400, 21220, "Call is not in-progress. Cannot redirect.");
}
