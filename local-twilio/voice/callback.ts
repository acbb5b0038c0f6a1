import type { WebhookMethod } from "./document-request";
import type { Leg } from "./leg";

/** How long a callback may take, in real milliseconds: as long as any voice webhook. */
const CALLBACK_MS = 15_000;

/** A request whose reply changes nothing. */
export interface Callback {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Makes a callback. A failure is only noted in the call's timeline. */
export async function sendCallback(leg: Leg, { url, method, parameters }: Callback): Promise<void> {
  const { clock, send } = leg.world;
  if (!URL.canParse(url, leg.documentUrl))
    return leg.log.note("error", `the callback URL ${url} is not a URL`);
  const absolute = new URL(url, leg.documentUrl).href;
  const result = await clock.hold(() => send({ method, url: absolute, parameters, timeoutMs: CALLBACK_MS }));
  const problem =
    result.kind !== "reply" ? result.kind : result.status >= 400 ? `status ${result.status}` : undefined;
  if (problem !== undefined) leg.log.note("error", `the callback to ${absolute} failed: ${problem}`);
}

/** An instant as callbacks write it. @see https://www.rfc-editor.org/rfc/rfc2822#section-3.3 */
export function rfc2822(instant: number): string {
  return new Date(instant).toUTCString().replace("GMT", "+0000");
}
