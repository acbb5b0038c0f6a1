import type { Admin } from "../../policy/console";
import { readEndedSessions } from "../../store/console-sessions";
import { SyncUnavailable } from "../../store/sync-gateway";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import type { BrowserRequest } from "./read-browser-request";
import { storeDown } from "./or-store-down";
import { SESSION_COOKIE } from "./session-cookie";
import { readSession, type SignedSession } from "./session-token";
import { refuseWithoutSetup, signInSetup, whoIs } from "./sign-in-setup";

/** An administrator, and the session. */
export interface SignedIn {
  readonly admin: Admin;
  readonly session: SignedSession;
  /** What tokens are signed with. */
  readonly secret: string;
}

/**
 * Who has signed in, going by the cookie alone: good for showing a page that holds nothing, not for telling or changing anything.
 */
export async function whoSignedIn(
  wiring: ConsoleWiring,
  browser: BrowserRequest,
): Promise<SignedIn | undefined> {
  const setup = signInSetup(wiring);
  const token = browser.cookie(SESSION_COOKIE);
  if (setup === undefined || token === undefined) return undefined;
  const { secret, admins } = setup;
  const { domainName } = wiring;
  const session = await readSession(secret, { token, domainName, now: wiring.now() });
  const admin = admins.find(({ phone }) => whoIs(secret, phone) === session?.who);
  return session === undefined || admin === undefined ? undefined : { admin, session, secret };
}

/**
 * Lets in who has signed in, is still an administrator, and has not signed out since: who cannot tell lets nobody in.
 * @returns the session, or what to answer instead
 */
export async function checkSession(
  wiring: ConsoleWiring,
  browser: BrowserRequest,
): Promise<SignedIn | { readonly refused: Reply }> {
  if (signInSetup(wiring) === undefined) return { refused: refuseWithoutSetup() };
  const signedIn = await whoSignedIn(wiring, browser);
  if (signedIn === undefined) return { refused: signedOut() };
  try {
    const ended = await readEndedSessions(wiring.sync());
    return ended.hasEnded(signedIn.session) ? { refused: signedOut() } : signedIn;
  } catch (failure) {
    if (!(failure instanceof SyncUnavailable)) throw failure;
    wiring.log("session-unchecked", { status: failure.status ?? 0 });
    return { refused: storeDown() };
  }
}

/** The cookie stays: whoever makes a browser ask without it must not sign anybody out. */
function signedOut(): Reply {
  return refusal("signed-out", "You are not signed in, or your session has ended. Please sign in.");
}
