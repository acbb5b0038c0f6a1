import type { AttemptNews } from "../../policy/office/callback-attempt";
import { type CallbackLink, sealCallback } from "../../policy/office/callback-link";
import type { QueuedCallback } from "../../policy/office/callback-queue";
import type { Department } from "../../policy/office/office";
import { describeFailure } from "../log";
import type { OutgoingCall } from "../voice-gateway";
import type { CallWiring } from "../wiring";
import { tellCallback } from "./callback-tell";
import { callbackStatusUrl, callbackUrl } from "./callback-urls";

/** The telephone that was rung, or why none was. */
export interface Ringing {
  readonly isPlaced: boolean;
  readonly detail: string;
}

/**
 * Rings a telephone of the department about a call-back that we have claimed: each attempt the next one, and in place of one
 * that Twilio refuses to call the one after it. Never throws.
 */
export async function ringDepartment(
  wiring: CallWiring,
  { number, callback }: QueuedCallback,
  { phones, ringSeconds }: Department,
): Promise<Ringing> {
  const link = { number, attempt: callback.triedAt ?? "" };
  const first = (callback.tries - 1) % phones.length;
  let refusal: unknown;
  for (const to of [...phones.slice(first), ...phones.slice(0, first)]) {
    try {
      const callSid = await ring(wiring, link, { to, from: callback.line, timeoutSeconds: ringSeconds });
      await note(wiring, link, { kind: "placed", attempt: link.attempt, callSid });
      return { isPlaced: true, detail: to };
    } catch (failure) {
      refusal = failure;
      wiring.log("callback-not-placed", describeFailure(failure));
      if (!isRefusal(failure)) break;
    }
  }
  return giveUp(wiring, link, refusal);
}

async function ring(
  wiring: CallWiring,
  link: CallbackLink,
  call: Pick<OutgoingCall, "to" | "from" | "timeoutSeconds">,
): Promise<string> {
  const sealed = sealCallback(secretOf(wiring), link);
  return wiring.voice().placeCall({
    ...call,
    url: callbackUrl(wiring, sealed),
    statusCallback: callbackStatusUrl(wiring, sealed, "phone"),
  });
}

/** @throws Error when there is no secret, without which nothing is claimed in the first place */
export function secretOf(wiring: CallWiring): string {
  const secret = wiring.environment("LINK_SECRET");
  if (secret === undefined) throw new Error("Cannot place call-backs: LINK_SECRET is not set");
  return secret;
}

/** What Twilio has refused rings nowhere. What it has not answered may ring: that attempt is left to run out. */
async function giveUp(wiring: CallWiring, link: CallbackLink, failure: unknown): Promise<Ringing> {
  const message = failure instanceof Error ? failure.message : String(failure);
  if (!isRefusal(failure))
    return { isPlaced: false, detail: `Twilio did not answer (${message}): it may ring nevertheless` };
  const why = `Twilio refused the call: ${message}`;
  await note(wiring, link, { kind: "refused", attempt: link.attempt, why });
  return { isPlaced: false, detail: why };
}

function isRefusal(failure: unknown): boolean {
  return (
    typeof failure === "object" && failure !== null && "status" in failure && failure.status !== undefined
  );
}

/** What cannot be written down now is learned when the attempt tells of itself, or runs out. */
async function note(wiring: CallWiring, link: CallbackLink, news: AttemptNews): Promise<void> {
  try {
    await tellCallback(wiring, link, news);
  } catch (failure) {
    wiring.log("callback-news-lost", { news: news.kind, ...describeFailure(failure) });
  }
}
