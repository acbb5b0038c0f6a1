import type { E164 } from "../telephony/e164";
import type { VanityPolicy } from "./vanity/vanity";

/** Somebody who may sign in to the web console, by a code sent to this telephone. */
export interface Admin {
  readonly name: string;
  readonly phone: E164;
}

/** What the Functions of the web console read, and all that they know of the policy: the asset `/console.json`. */
export interface ConsolePolicy {
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
  readonly admins: readonly Admin[];
  readonly vanity: VanityPolicy;
}

/**
 * How many characters the secret needs at least that signs sessions: it must be as hard to guess as what it signs with, and 256
 * bits in hexadecimal are twice as long.
 */
export const SHORTEST_SECRET = 32;
