import type { Admin } from "../../policy/console";
import type { Reply } from "../reply";
import type { SessionAnswer } from "./api";
import { answer } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import { sessionCookie } from "./session-cookie";
import { IDLE_SECONDS, newSession, type SignedSession, signSession } from "./session-token";

/** Whose session begins. */
export interface Beginning {
  readonly admin: Admin;
  readonly secret: string;
  readonly who: string;
  readonly epoch: number;
}

/** A session that begins now, its token in the browser's cookie. */
export async function beginSession(wiring: ConsoleWiring, beginning: Beginning): Promise<Reply> {
  const { admin, secret, who, epoch } = beginning;
  const session = newSession(who, epoch, wiring.now());
  const token = await signSession(secret, wiring.domainName, session);
  return answer(sessionAnswer(admin, session), sessionCookie(token, IDLE_SECONDS));
}

/** What a page needs to know of its session. */
export function sessionAnswer({ name }: Admin, { csrfToken, until }: SignedSession): SessionAnswer {
  return { name, csrfToken, until: new Date(until * 1000).toISOString() };
}
