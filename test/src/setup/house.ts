import { readPolicy } from "../../../src/config/read-policy";
import { readVariables } from "../../../src/setup/dotenv-text";
import type { House } from "../../../src/setup/house-files";

/** The files of a household as setup finds them. */
export function houseOf({
  env,
  policy,
  contacts,
}: {
  env?: string;
  policy?: string;
  contacts?: string;
} = {}): House {
  return {
    environmentText: env,
    environmentMode: env === undefined ? undefined : 0o600,
    variables: readVariables(env ?? ""),
    policyText: policy,
    policy: policy === undefined ? undefined : readPolicy(policy, "policy.json"),
    contacts: contacts === undefined ? undefined : Buffer.from(contacts),
  };
}
