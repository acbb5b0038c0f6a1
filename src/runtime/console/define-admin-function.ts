import type { Handler } from "../answer-request";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import { checkSession, type SignedIn } from "./check-session";
import type { ConsoleWiring } from "./console-wiring";
import { type ConsoleRequest, defineConsoleFunction, type Method } from "./define-console-function";
import { sessionCookie } from "./session-cookie";
import { IDLE_SECONDS, isSameSecret, type SignedSession, signSession } from "./session-token";

/** A request of an administrator who has signed in. */
export interface AdminRequest extends ConsoleRequest, SignedIn {}

/** A token is made anew when it is so old: not for each of several requests at once. */
const RENEW_AFTER_SECONDS = 60;

/**
 * As `defineConsoleFunction`, for administrators only: 401 without a session, 403 for a change without the session's token, 503 when
 * it cannot be told whether the session has ended. Each request makes the session last another half hour.
 */
export function defineAdminFunction(
  method: Method,
  handle: (request: AdminRequest, wiring: ConsoleWiring) => Promise<Reply>,
): Handler {
  return defineConsoleFunction(method, async (request, wiring) => {
    const checked = await checkSession(wiring, request.browser);
    if ("refused" in checked) return checked.refused;
    if (method === "POST" && !hasToken(request, checked.session)) return withoutToken();
    const reply = await handle({ ...request, ...checked }, wiring);
    return { ...reply, headers: { ...(await renew(checked, wiring)), ...reply.headers } };
  });
}

function hasToken({ browser }: ConsoleRequest, { csrfToken }: SignedSession): boolean {
  return isSameSecret(browser.header("x-csrf-token") ?? "", csrfToken);
}

function withoutToken(): Reply {
  return refusal(
    "token-missing",
    "This page has been open for too long. Please load it again, and try once more.",
  );
}

/** A cookie that lasts longer than the present one; none while that is new. What the handler sets comes before it. */
async function renew({ session, secret }: SignedIn, { now, domainName }: ConsoleWiring) {
  const renewedAt = Math.floor(now().getTime() / 1000);
  if (renewedAt - session.renewedAt < RENEW_AFTER_SECONDS) return {};
  const token = await signSession(secret, domainName, { ...session, renewedAt });
  return sessionCookie(token, Math.min(IDLE_SECONDS, session.until - renewedAt));
}
