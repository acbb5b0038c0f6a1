import type { DocumentRequest, Next } from "../document-request";
import type { Leg } from "../leg";

/**
 * Goes on with another document; what follows the Redirect is never reached. A call that rings goes on ringing.
 * @see https://www.twilio.com/docs/voice/twiml/redirect
 */
export async function executeRedirect(_leg: Leg, request: DocumentRequest): Promise<Next> {
  return { kind: "fetch", request };
}
