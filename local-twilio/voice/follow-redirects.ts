import type { Webhook, WebhookResult } from "../webhook";
import type { VoiceWorld } from "./voice-world";

/** A voice webhook has 15 seconds in all. @see https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
const TOTAL_MS = 15_000;
/** @see https://www.twilio.com/docs/api/errors/11215 */
const MOST_REDIRECTS = 10;
/** "Twilio will only follow redirects for status codes 301, 302, 303, and 307." @see https://www.twilio.com/docs/api/errors/11216 */
const FOLLOWED = [301, 302, 303, 307];

/** Where a request ended up. */
export interface Followed {
  readonly url: string;
  readonly result: WebhookResult;
  /** Code and text of Twilio's error, when the redirects themselves were wrong. */
  readonly problem?: { readonly code: number; readonly message: string };
}

type Request = Omit<Webhook, "timeoutMs">;

/** Sends a voice webhook and follows HTTP redirects; all of it takes 15 real seconds at most. */
export function sendFollowing({ clock, send }: VoiceWorld, request: Request): Promise<Followed> {
  const started = performance.now();
  const sendInTime = (next: Request) =>
    send({ ...next, timeoutMs: Math.max(1, TOTAL_MS - Math.ceil(performance.now() - started)) });
  return clock.hold(() => follow(sendInTime, request));
}

async function follow(send: (request: Request) => Promise<WebhookResult>, first: Request): Promise<Followed> {
  let request = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const result = await send(request);
    if (result.kind !== "reply" || result.status < 300 || result.status >= 400)
      return { url: request.url, result };
    const next = redirected(request, result.status, result.location);
    if (next === undefined) return invalidRedirect(request.url, result);
    request = next;
  }
  const problem = { code: 11215, message: "HTTP too many redirects" };
  return { url: request.url, result: { kind: "timeout" }, problem };
}

/** 307 repeats the request elsewhere; the others become a GET that drops the POST data. */
function redirected(request: Request, status: number, location: string | undefined): Request | undefined {
  if (location === undefined || !FOLLOWED.includes(status) || !URL.canParse(location, request.url))
    return undefined;
  const url = new URL(location, request.url).href;
  return status === 307 ? { ...request, url } : { method: "GET", url, parameters: {} };
}

function invalidRedirect(url: string, result: WebhookResult): Followed {
  return { url, result, problem: { code: 11216, message: "HTTP invalid redirect" } };
}
