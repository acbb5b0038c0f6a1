import type { Fault } from "../faults";

/** How requests to Twilio are redirected. */
export interface RedirectOptions {
  /** The loopback port of local Twilio's REST server; left out: every request to Twilio throws. */
  readonly port?: number;
  /** The call for which the running code works, so that its requests can be counted to it. */
  readonly callSid?: () => string | undefined;
  /** What to break: asked for `http:<host>`. */
  readonly faults?: { take(target: string): Fault | undefined };
}

/** Starts redirecting in this process. @throws Error when it is redirected already */
export function install(options: RedirectOptions): void;

/** Stops redirecting. Does nothing when nothing is installed. */
export function uninstall(): void;
