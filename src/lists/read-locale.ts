import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError } from "../config/problem";
import { readPolicy } from "../config/read-policy";
import type { Policy } from "../policy/line";
import { type E164, isE164 } from "../telephony/e164";
import type { ListLocale } from "./list-definition";

/** What the policy says of how the owner writes. */
type Known = Pick<Policy, "country" | "timezone"> & { readonly lines: Readonly<Record<string, unknown>> };

const DEFAULT: ListLocale = { country: "US", timezone: "America/New_York", ours: [] };

/**
 * How numbers and times are meant: by the owner's policy file; by the policy of the last build while that file has
 * mistakes, or is elsewhere; else as the policy's defaults have it.
 * @throws ConfigurationError with the mistakes, when nothing was built either
 */
export function readLocale(projectDir: string): ListLocale {
  const own = join(projectDir, "assets", "gatehouse.private.json");
  const built = join(projectDir, "dist", "assets", "gatehouse.private.json");
  try {
    if (existsSync(own)) return localeOf(readPolicy(readFileSync(own, "utf8"), own));
  } catch (failure) {
    if (!(failure instanceof ConfigurationError) || !existsSync(built)) throw failure;
  }
  return existsSync(built) ? localeOf(JSON.parse(readFileSync(built, "utf8")) as Known) : DEFAULT;
}

function localeOf({ country, timezone, lines }: Known): ListLocale {
  const ours = Object.keys(lines).filter((number): number is E164 => isE164(number));
  return { country, timezone, ours };
}
