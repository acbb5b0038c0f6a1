import { Attributes } from "../attributes";
import type { TwimlElement } from "../parse-twiml";
import { refuseChildren } from "./refuse-children";

/** @see https://www.twilio.com/docs/voice/twiml/reject#attributes-reason */
export const REJECT_REASONS = ["rejected", "busy"] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** `<Reject>`: `rejected` is the default reason. */
export function parseReject(element: TwimlElement): { readonly reason: RejectReason } {
  const attributes = new Attributes(element);
  const reason = attributes.choice("reason", REJECT_REASONS, "rejected");
  attributes.refuseRest();
  refuseChildren(element);
  return { reason };
}
