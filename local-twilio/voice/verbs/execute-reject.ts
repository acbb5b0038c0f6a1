import type { Next } from "../document-request";
import type { Leg } from "../leg";
import type { RejectReason } from "./parse-reject";

/** What the network lets the caller hear; Twilio leaves it to the caller's carrier. */
const HEARD: Readonly<Record<RejectReason, string>> = {
  rejected: "The number you have dialed is not in service.",
  busy: "busy signal",
};

/**
 * Refuses a call that still rings: it is never answered, and nothing after it is executed. A call that an earlier verb
 * has answered can only be hung up.
 * @see https://www.twilio.com/docs/voice/twiml/reject ("The <Reject> verb must be the first verb […] Using <Reject> as
 * the first verb is the only way to prevent Twilio from answering a call.")
 */
export async function executeReject(leg: Leg, { reason }: { readonly reason: RejectReason }): Promise<Next> {
  if (leg.row.status !== "ringing") return { kind: "end" };
  leg.rejected = reason;
  leg.log.note("rejected", reason);
  leg.log.hear({ kind: "reject", text: HEARD[reason] });
  leg.world.journal.markAudible(leg.row.sid);
  return { kind: "end" };
}
