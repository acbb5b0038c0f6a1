import { logFailure } from "../log";
import type { Reply } from "../reply";
import type { CodeAnswer } from "./api";
import { answer, refusal, refusalForNow } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import { orStoreDown, storeDown } from "./or-store-down";
import { carriedOut, countSignIn, readSignInRequest, type SignInRequest } from "./sign-in-request";
import type { SendOutcome } from "./verify-gateway";

/** No answer comes sooner, in real milliseconds: sending takes longer than finding out that there is nobody to send to. */
const SHORTEST_MS = 1200;

/** Verify forgets a verification after ten minutes. @see https://www.twilio.com/docs/verify/api/rate-limits-and-timeouts */
export const VERIFY_FORGETS_SECONDS = 600;

/**
 * Sends the code that lets an administrator in, to the number in the policy. Who may not sign in is answered the same, after the same
 * time and with the same limits, so that nobody learns whose numbers these are.
 */
export async function sendCode(wiring: ConsoleWiring, phone: string | undefined): Promise<Reply> {
  const request = readSignInRequest(wiring, phone);
  if ("refused" in request) return request.refused;
  return orStoreDown(wiring, async () => {
    const count = await countSignIn(wiring, request, "asks");
    if (count.outcome === "lost") return storeDown();
    if (count.outcome === "full") return tooManyCodes(count.retryAfterSeconds);
    const [outcome] = await Promise.all([send(carriedOut(request, count)), wiring.rest(SHORTEST_MS)]);
    if (outcome === "refused") logFailure("code-not-sent");
    wiring.log("code-asked-for", { isKnown: request.admin !== undefined, outcome });
    return REPLIES[outcome]();
  });
}

async function send({ setup: { verify }, admin }: SignInRequest): Promise<SendOutcome> {
  if (admin !== undefined) return verify.send(admin.phone);
  return (await verify.answers()) ? "sent" : "down";
}

const SENT: CodeAnswer = {
  message:
    "If this telephone may sign in, a code is on its way to it by text message. It is good for ten minutes.",
};

/** That Verify sends nothing to somebody's telephone is for the log: who asks would learn that it may sign in. */
const REPLIES: Readonly<Record<SendOutcome, () => Reply>> = {
  sent: () => answer(SENT, {}, 202),
  refused: () => answer(SENT, {}, 202),
  full: () => tooManyCodes(VERIFY_FORGETS_SECONDS),
  down: verifyDown,
};

function tooManyCodes(seconds: number): Reply {
  const message =
    "Too many codes were asked for. The last one that came may still be good; for another one please wait a while.";
  return refusalForNow("too-many-codes", message, seconds);
}

/** What is answered while Verify gives no usable answer. */
export function verifyDown(): Reply {
  return refusal(
    "verify-down",
    "Twilio Verify, which sends the codes, does not answer. Please try again in a moment.",
  );
}
