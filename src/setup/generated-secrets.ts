import type { House } from "./house-files";

/** What setup makes by itself. */
export interface SecretsToMake {
  /** Whether keys that are there already are made anew. */
  readonly isAnew: boolean;
  /** Whether a home is asked for in this run. */
  readonly forHome?: boolean;
  /** So many random bytes, in hexadecimal. */
  readonly randomHex: (bytes: number) => string;
}

/** 256 bits, as much as the hash that they key. @see https://www.rfc-editor.org/rfc/rfc2104#section-3 */
const KEY_BYTES = 32;

/** The web console's is made although there may be none yet: one day the policy has it, and setup is not run again. */
const KEYS = ["CHALLENGE_SECRET", "LINK_SECRET", "CONSOLE_SECRET"];

/**
 * The keys that are missing, and for a home the credentials of its SIP phone. A password that a phone already registers
 * with is never made anew.
 */
export function makeSecrets(
  { variables, policy }: House,
  { isAnew, forHome = false, randomHex }: SecretsToMake,
): ReadonlyMap<string, string> {
  const lacks = (name: string) => !variables.get(name);
  const keys = KEYS.filter((name) => isAnew || lacks(name));
  const made = new Map(keys.map((name) => [name, randomHex(KEY_BYTES)]));
  if (!forHome && !policy?.has.home) return made;
  if (lacks("SIP_USERNAME")) made.set("SIP_USERNAME", `home-${randomHex(4)}`);
  if (lacks("SIP_PASSWORD")) made.set("SIP_PASSWORD", sipPassword(randomHex(12)));
  return made;
}

/**
 * At least 12 characters with a digit, a capital and a small letter, which a random number need not have.
 * @see https://www.twilio.com/docs/voice/sip/api/sip-credential-resource
 */
function sipPassword(hex: string): string {
  return `Sip1${hex}`;
}
