import type { UncompiledPolicy } from "../config/read-policy";
import type { ConsolePolicy } from "../policy/console";
import { DEFAULT_VANITY } from "../policy/vanity/vanity";

/** What of the policy the web console is told: no line, no contact, nobody's address. */
export function consolePolicy({ country, timezone, admins, vanity }: UncompiledPolicy): ConsolePolicy {
  return { country, timezone, admins, vanity: vanity ?? DEFAULT_VANITY };
}
