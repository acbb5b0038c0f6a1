import { languageTag } from "../../policy/office/language-tag";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import type { RingTarget } from "../../policy/office/ring-target";
import { type RingTicket, sealRingTicket, sealWhisperTicket } from "../../policy/office/ring-ticket";
import { parseCaller } from "../../telephony/caller";
import type { FlowSid } from "../../telephony/sids";
import { renderOfficeRinging } from "../../twiml/render-office-ringing";
import type { CallWiring } from "../wiring";

/** One step of a call's ringing. */
export interface RingStep {
  readonly ticket: RingTicket;
  readonly target: RingTarget;
  readonly flowSid: FlowSid;
  readonly secret: string;
  /** Whether the caller is told to wait first. */
  readonly holds: boolean;
}

/** TwiML that rings the telephones of one step. All that the next step must know goes along in its URL. */
export function ringStep(wiring: CallWiring, { ticket, target, flowSid, secret, holds }: RingStep): string {
  const { plan, ringing } = ticket;
  const { locale } = plan;
  const next = new URLSearchParams({ flow: flowSid, step: sealRingTicket(secret, ticket) });
  return renderOfficeRinging({
    hold: holds ? { words: promptIn(locale, "hold"), language: languageTag(locale) } : undefined,
    action: `/office/dialed?${next}`,
    seconds: ringing.seconds,
    callerId: callerIdOf(wiring, ticket, target),
    phones: ringing.now.map((phone) => ({
      phone,
      whisper: target.whispers ? whisperUrl(secret, ticket, phone) : undefined,
    })),
  });
}

/** Networks refuse calls from invalid numbers. @see https://www.twilio.com/docs/api/errors/13214 */
function callerIdOf(wiring: CallWiring, { plan, from }: RingTicket, { callerId }: RingTarget): string {
  const caller = parseCaller(from, wiring.policy().country);
  return callerId === "caller" && caller.kind === "number" ? caller.number : plan.line;
}

function whisperUrl(
  secret: string,
  { ringing, at: _at, ...call }: RingTicket,
  phone: RingTicket["ringing"]["now"][number],
): string {
  const ticket = sealWhisperTicket(secret, { ...call, phone, step: ringing.step });
  return `/office/whisper?${new URLSearchParams({ ticket })}`;
}
