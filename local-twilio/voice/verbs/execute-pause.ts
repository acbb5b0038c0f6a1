import { attend, SILENCE } from "../attend";
import { NEXT_VERB, type Next } from "../document-request";
import type { Leg } from "../leg";

/**
 * Waits. On a call that still rings it delays the answer, and the caller goes on hearing the ringing.
 * @see https://www.twilio.com/docs/voice/twiml/pause ("If <Pause> is the first verb in a TwiML document, Twilio will
 * wait the specified number of seconds before picking up the call.")
 */
export async function executePause(leg: Leg, { seconds }: { readonly seconds: number }): Promise<Next> {
  const ringing = leg.row.status === "ringing";
  const heard = ringing ? ({ kind: "ringing", text: "ringing" } as const) : SILENCE;
  const act = await attend(leg, { heard, seconds, awaits: "nothing" });
  return act.does === "hangUp" ? { kind: "end" } : NEXT_VERB;
}
