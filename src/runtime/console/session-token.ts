import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import type { Session } from "../../store/console-sessions";

/** An administrator who has signed in, as the session's token tells it. */
export interface SignedSession extends Session {
  /** What a page must send with each change: another site may send our cookie along, but never reads this. */
  readonly csrfToken: string;
  /** When this token was made, in epoch seconds. */
  readonly renewedAt: number;
}

/** The longest between two requests, and in all. */
export const IDLE_SECONDS = 30 * 60;
export const LONGEST_SECONDS = 12 * 60 * 60;

const ALGORITHM = "HS256";

/** A session that begins now. */
export function newSession(who: string, epoch: number, now: Date): SignedSession {
  const seconds = Math.floor(now.getTime() / 1000);
  return {
    ...{ who, epoch, renewedAt: seconds, until: seconds + LONGEST_SECONDS },
    sid: randomBytes(12).toString("base64url"),
    csrfToken: randomBytes(24).toString("base64url"),
  };
}

/** The session as a text that nobody can make or change who lacks the secret: good for half an hour, or until the session ends. */
export function signSession(secret: string, domainName: string, session: SignedSession): Promise<string> {
  const { who, sid, epoch, until, csrfToken, renewedAt } = session;
  return new SignJWT({ sid, epoch, until, csrf: csrfToken })
    .setProtectedHeader({ alg: ALGORITHM, typ: "JWT" })
    .setSubject(who)
    .setAudience(domainName)
    .setIssuedAt(renewedAt)
    .setExpirationTime(Math.min(renewedAt + IDLE_SECONDS, until))
    .sign(keyOf(secret));
}

/** The session of a token that we have signed for this host, and that is still good; undefined for any other text. */
export async function readSession(
  secret: string,
  { token, domainName, now }: { readonly token: string; readonly domainName: string; readonly now: Date },
): Promise<SignedSession | undefined> {
  const options = {
    algorithms: [ALGORITHM],
    audience: domainName,
    currentDate: now,
    requiredClaims: ["exp"],
  };
  const verified = await jwtVerify(token, keyOf(secret), options).catch(() => undefined);
  if (verified === undefined) return undefined;
  const { sub: who, iat: renewedAt, sid, epoch, until, csrf: csrfToken } = verified.payload;
  const isWhole =
    typeof who === "string" &&
    typeof renewedAt === "number" &&
    typeof sid === "string" &&
    typeof epoch === "number" &&
    typeof until === "number" &&
    typeof csrfToken === "string";
  return isWhole ? { who, renewedAt, sid, epoch, until, csrfToken } : undefined;
}

/** Whether two texts are the same, told in a time that says nothing about where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A key of its own for each purpose: what is signed for one is good for no other. */
function keyOf(secret: string): Uint8Array {
  return createHmac("sha256", secret).update("console session").digest();
}
