import { isTicket, ticketFor } from "../../policy/home/ticket";
import { flowReturnUrl } from "../../telephony/flow-return-url";
import type { OwnerQuestion, QuestionFromFlow } from "../../telephony/read-owner-question";
import { renderOwnerRing } from "../../twiml/render-owner-question";
import { renderRedirect } from "../../twiml/render-redirect";
import type { CallWiring } from "../wiring";
import { TICKETS } from "./outgoing-reply";

/**
 * TwiML that rings the owner about a number that is not listed. Nobody is rung without the ticket that authorizing gave
 * this call for this number; whatever is missing, the call goes on in the flow, which says that nobody is there.
 */
export function askOwner(wiring: CallWiring, question: QuestionFromFlow): string {
  const { callSid, number, ticket, flowSid } = question;
  const back = flowReturnUrl(wiring.accountSid, flowSid);
  const { home, owner } = wiring.policy();
  const secret = wiring.environment("LINK_SECRET");
  const isMeant = secret !== undefined && isTicket(ticket, secret, TICKETS.asking, callSid, number);
  if (!isMeant || home === undefined || owner.phone === undefined) {
    wiring.log("owner-not-asked", { callSid, isMeant });
    return renderRedirect(back);
  }
  return renderOwnerRing({
    owner: owner.phone,
    callerId: home.callerId,
    question: questionUrl(question, secret),
    action: back,
    timeLimitSeconds: home.outgoing.callMinutes * 60,
  });
}

/** Where the owner hears the question, and answers it. */
export function questionUrl({ callSid, number }: OwnerQuestion, secret: string): string {
  const ticket = ticketFor(secret, TICKETS.answering, callSid, number);
  return `/home/whisper?${new URLSearchParams({ call: callSid, to: number, ticket })}`;
}
