import type { CallRow } from "../account";
import { callParameters } from "./call-parameters";
import { type CallbackOwner, rfc2822, sendCallback } from "./callback";
import type { WebhookMethod } from "./document-request";

/** @see https://www.twilio.com/docs/voice/api/call-resource#statuscallbackevent */
export const PROGRESS_EVENTS = ["initiated", "ringing", "answered", "completed"] as const;
export type ProgressEvent = (typeof PROGRESS_EVENTS)[number];

/** Who is told of a call's progress, and of what of it. */
export interface StatusCallback {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly events: readonly ProgressEvent[];
}

/** What has been told of a call so far. */
export interface Progress {
  readonly callback: StatusCallback | undefined;
  /** How many of its events have happened, told or not. */
  count: number;
  /** Settles when the last callback has been made: Twilio makes them one after another. */
  last: Promise<void>;
}

/** The progress of a call of which nothing has been told yet. */
export function startProgress(callback: StatusCallback | undefined): Progress {
  return { callback, count: 0, last: Promise.resolve() };
}

/** What a callback about a call's progress is about. */
export interface Reported {
  readonly row: CallRow;
  readonly progress: Progress;
  /** What is sent besides the parameters that every such callback has. */
  readonly extra?: Readonly<Record<string, string>>;
}

/**
 * Tells the status callback of an event, if it subscribes to it. Settles when the callback has been made, for which
 * Twilio's call does not wait.
 * @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback
 */
export function reportProgress(
  owner: CallbackOwner,
  { row, progress, extra }: Reported,
  event: ProgressEvent,
): Promise<void> {
  const { callback, count } = progress;
  progress.count += 1;
  if (callback === undefined || !callback.events.includes(event)) return Promise.resolve();
  const { url, method } = callback;
  const parameters = {
    ...callParameters(owner.world.account, row),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(count),
    Timestamp: rfc2822(owner.world.clock.now()),
    ...(event === "completed" ? durationParameters(row) : {}),
    ...extra,
  };
  // Relative URLs belong to the document of now, not to the one that is executed when the callback goes out.
  const fixed = { ...owner };
  progress.last = progress.last.then(() => sendCallback(fixed, { url, method, parameters }));
  return progress.last;
}

/** `Duration` is in begun minutes, `CallDuration` in seconds. */
function durationParameters({ duration = 0 }: CallRow): Record<string, string> {
  return { Duration: String(Math.ceil(duration / 60)), CallDuration: String(duration) };
}
