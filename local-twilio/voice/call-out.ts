import type { DocumentRequest } from "./document-request";
import type { Leg } from "./leg";
import { type CallOrder, placeCall } from "./place-call";
import { runDocuments } from "./run-documents";
import type { VoiceWorld } from "./voice-world";

/** A call that REST asks for, and what is executed on the callee's leg once it is answered. */
export interface OutgoingCall extends Omit<CallOrder, "onStatus" | "talk"> {
  readonly document: DocumentRequest;
}

/**
 * Calls somebody, and executes the document on the callee's leg.
 * @see https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource
 */
export function callOut(world: VoiceWorld, { document, ...order }: OutgoingCall): Leg {
  return placeCall(world, { ...order, talk: async (leg) => (await runDocuments(leg, document)).report });
}
