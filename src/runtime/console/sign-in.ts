import { type EndedSessions, readEndedSessions } from "../../store/console-sessions";
import { logFailure } from "../log";
import type { Reply } from "../reply";
import { refusal, refusalForNow } from "./api-reply";
import { beginSession } from "./begin-session";
import type { ConsoleWiring } from "./console-wiring";
import { orStoreDown, storeDown } from "./or-store-down";
import { VERIFY_FORGETS_SECONDS, verifyDown } from "./send-code";
import { carriedOut, countSignIn, readSignInRequest, type SignInRequest } from "./sign-in-request";
import type { CheckOutcome } from "./verify-gateway";

/** No refusal comes sooner, in real milliseconds. */
const SHORTEST_MS = 800;
/** What is longer is no code, and could be made very long indeed by what normalises it. */
const MOST_TYPED = 64;

/** What somebody types who has got a code. */
export interface Credentials {
  readonly phone: string | undefined;
  readonly code: string | undefined;
}

/**
 * Signs an administrator in whose code is right. A number that may not sign in is refused as a wrong code is, after the same time and
 * with the same limits.
 */
export async function signIn(
  wiring: ConsoleWiring,
  { phone, code: typed = "" }: Credentials,
): Promise<Reply> {
  const request = readSignInRequest(wiring, phone);
  if ("refused" in request) return request.refused;
  const code = typed.slice(0, MOST_TYPED).normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{4,10}$/.test(code)) return refusal("request-unreadable", "A code has 4 to 10 digits, mostly 6.");
  return orStoreDown(wiring, async () => {
    // Both before Verify is asked, for a code that is right is used up by that; and at once, for a slow Sync leaves little time.
    const [count, ended] = await Promise.all([
      countSignIn(wiring, request, "tries"),
      readEndedSessions(wiring.sync()),
    ]);
    if (count.outcome === "lost") return storeDown();
    if (count.outcome !== "counted" && request.admin !== undefined) logFailure("codes-tried-too-often");
    if (count.outcome === "full") return tooManyTries(count.retryAfterSeconds);
    return tryCode(wiring, carriedOut(request, count), { code, ended });
  });
}

async function tryCode(
  wiring: ConsoleWiring,
  request: SignInRequest,
  { code, ended }: { readonly code: string; readonly ended: EndedSessions },
): Promise<Reply> {
  const { admin, setup, who } = request;
  const pause = wiring.rest(SHORTEST_MS);
  const outcome = await check(request, code);
  wiring.log("code-tried", { isKnown: admin !== undefined, outcome });
  if (outcome === "approved" && admin !== undefined)
    return beginSession(wiring, { admin, secret: setup.secret, who, epoch: ended.epochOf(who) });
  await pause;
  return REFUSALS[outcome]();
}

async function check({ setup: { verify }, admin }: SignInRequest, code: string): Promise<CheckOutcome> {
  if (admin !== undefined) return verify.check(admin.phone, code);
  return (await verify.answers()) ? "wrong" : "down";
}

const REFUSALS: Readonly<Record<CheckOutcome, () => Reply>> = {
  approved: wrongCode,
  wrong: wrongCode,
  full: () => tooManyTries(VERIFY_FORGETS_SECONDS),
  down: verifyDown,
};

function wrongCode(): Reply {
  return refusal(
    "code-wrong",
    "That code is wrong, or older than ten minutes. Please look again, or ask for a new one.",
  );
}

function tooManyTries(seconds: number): Reply {
  const message = "Too many codes were tried. Please wait a while, then ask for a new one.";
  return refusalForNow("too-many-tries", message, seconds);
}
