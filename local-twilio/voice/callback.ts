import { absoluteUrl } from "./absolute-url";
import type { CallLog } from "./call-log";
import type { WebhookMethod } from "./document-request";
import type { VoiceWorld } from "./voice-world";

/** How long a callback may take, in real milliseconds: as long as any voice webhook. */
const CALLBACK_MS = 15_000;

/** A request whose reply changes nothing. */
export interface Callback {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly parameters: Readonly<Record<string, string>>;
}

/** In whose name callbacks are made: a leg, or whatever else has a log. Relative URLs belong to `documentUrl`. */
export interface CallbackOwner {
  readonly world: VoiceWorld;
  readonly log: Pick<CallLog, "note">;
  readonly documentUrl: string;
}

/** Makes a callback, as often and as late as the switchboard's disturbance wants. A failure is only noted. */
export async function sendCallback(
  owner: CallbackOwner,
  { url, method, parameters }: Callback,
): Promise<void> {
  const absolute = absoluteUrl(url, owner.documentUrl);
  if (absolute === undefined) return owner.log.note("error", `the callback URL ${url} is not a URL`);
  const callback = { url: absolute, method, parameters };
  const { switchboard } = owner.world;
  const delays = switchboard.disturbance?.(callback);
  if (delays === undefined) return deliver(owner, callback);
  for (const seconds of delays) switchboard.background.add(deliverLate(owner, callback, seconds));
}

async function deliverLate(owner: CallbackOwner, callback: Callback, seconds: number): Promise<void> {
  await owner.world.clock.sleep(seconds * 1000);
  await deliver(owner, callback);
}

async function deliver({ world, log }: CallbackOwner, callback: Callback): Promise<void> {
  const { clock, send } = world;
  const result = await clock.hold(() => send({ ...callback, timeoutMs: CALLBACK_MS }));
  const problem =
    result.kind !== "reply" ? result.kind : result.status >= 400 ? `status ${result.status}` : undefined;
  if (problem !== undefined) log.note("error", `the callback to ${callback.url} failed: ${problem}`);
}

/** An instant as callbacks write it. @see https://www.rfc-editor.org/rfc/rfc2822#section-3.3 */
export function rfc2822(instant: number): string {
  return new Date(instant).toUTCString().replace("GMT", "+0000");
}
