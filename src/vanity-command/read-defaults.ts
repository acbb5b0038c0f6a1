import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OWN_POLICY } from "../build/choose-policy";
import { ConfigurationError } from "../config/problem";
import { readPolicy } from "../config/read-policy";
import type { CountryCode } from "../telephony/e164";
import type { OwnWord } from "../vanity/spell-options";
import type { VanityWorld } from "./vanity-world";

/** What the owner's policy says of spelling. */
export interface VanityDefaults {
  readonly country: CountryCode;
  readonly words: readonly OwnWord[];
  readonly spellable: number | undefined;
}

const DEFAULTS: VanityDefaults = { country: "US", words: [], spellable: undefined };

/** The policy's defaults. A policy with mistakes is told of, and stands in nobody's way. */
export function readDefaults({ projectDir, tell }: Pick<VanityWorld, "projectDir" | "tell">): VanityDefaults {
  const file = join(projectDir, OWN_POLICY);
  if (!existsSync(file)) return DEFAULTS;
  try {
    const { country, vanity } = readPolicy(readFileSync(file, "utf8"), file);
    return { country, words: vanity?.words ?? [], spellable: vanity?.spellable };
  } catch (failure) {
    if (!(failure instanceof ConfigurationError)) throw failure;
    tell(`${OWN_POLICY} has mistakes, and is left out of account here; npm run build tells them.`);
    return DEFAULTS;
  }
}
