import { choosePolicy } from "../src/build/choose-policy";
import type { SyncContents } from "./furnish-sync";
import { PROJECT } from "./project";
import { SAMPLE_PIN, SAMPLE_SYNC } from "./sample-household";
import type { HouseholdFiles } from "./workshop";

/**
 * The household to open, what its lists begin with, and a PIN to try the owner's options with: the one asked for, else the
 * owner's, else the sample one.
 */
export function chooseHousehold({ policy, contacts }: HouseholdFiles): {
  readonly files: HouseholdFiles;
  readonly sync: SyncContents;
  readonly pin: string;
} {
  const pin = SAMPLE_PIN;
  if (policy !== undefined) return { files: { policy, contacts }, sync: {}, pin };
  const { policyFile, isSample } = choosePolicy(PROJECT);
  return { files: { policy: policyFile, contacts }, sync: isSample ? SAMPLE_SYNC : {}, pin };
}
