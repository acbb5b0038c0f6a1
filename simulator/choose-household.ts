import { choosePolicy } from "../src/build/choose-policy";
import type { ReputationContents } from "./furnish-reputation";
import type { SyncContents } from "./furnish-sync";
import { PROJECT } from "./project";
import { SAMPLE_PIN, SAMPLE_REPUTATION, SAMPLE_SYNC } from "./sample-household";
import type { HouseholdFiles } from "./workshop";

/**
 * The household to open: the one asked for, else the owner's, else the sample one. With what its lists begin with, a PIN to
 * try the owner's options with, and a number of bad reputation.
 */
export function chooseHousehold({ policy, contacts }: HouseholdFiles): {
  readonly files: HouseholdFiles;
  readonly sync: SyncContents;
  readonly pin: string;
  readonly reputation: ReputationContents;
} {
  const always = { pin: SAMPLE_PIN, reputation: SAMPLE_REPUTATION };
  if (policy !== undefined) return { files: { policy, contacts }, sync: {}, ...always };
  const { policyFile, isSample } = choosePolicy(PROJECT);
  return { files: { policy: policyFile, contacts }, sync: isSample ? SAMPLE_SYNC : {}, ...always };
}
