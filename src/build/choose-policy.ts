import { existsSync } from "node:fs";
import { join } from "node:path";

/** Which policy file is used. */
export interface ChosenPolicy {
  readonly policyFile: string;
  /** Whether it is the sample household's, because the owner has none yet. */
  readonly isSample: boolean;
}

/** Where owners keep their policy, below the project's root. */
export const OWN_POLICY = join("assets", "gatehouse.private.json");

/** The sample household's policy, below the project's root. */
const SAMPLE_POLICY = join("examples", "household", "gatehouse.private.json");

/** The owner's policy, or while there is none the sample household's. */
export function choosePolicy(projectDir: string): ChosenPolicy {
  const own = join(projectDir, OWN_POLICY);
  return existsSync(own)
    ? { policyFile: own, isSample: false }
    : { policyFile: join(projectDir, SAMPLE_POLICY), isSample: true };
}
