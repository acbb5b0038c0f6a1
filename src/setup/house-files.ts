import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { OWN_POLICY } from "../build/choose-policy";
import { DEFAULT_CONTACTS } from "../build/find-address-books";
import { readPolicy, type UncompiledPolicy } from "../config/read-policy";
import { readVariables } from "./dotenv-text";

/** The names, below the project's root, of the files that setup writes. */
export const HOUSE_FILES = {
  environment: ".env",
  policy: OWN_POLICY,
  contacts: join(dirname(OWN_POLICY), DEFAULT_CONTACTS),
} as const;

/** What the owner has already. */
export interface House {
  /** Undefined while there is no `.env`. */
  readonly environmentText: string | undefined;
  /** The permissions of `.env`, such as 0o600. */
  readonly environmentMode: number | undefined;
  readonly variables: ReadonlyMap<string, string>;
  readonly policyText: string | undefined;
  readonly policy: UncompiledPolicy | undefined;
  readonly contacts: Buffer | undefined;
}

/** Reads what is there. @param folder the project's root @throws ConfigurationError for a policy that is not right */
export function readHouse(folder: string): House {
  const environment = join(folder, HOUSE_FILES.environment);
  const environmentText = textOf(environment);
  const policyText = textOf(join(folder, HOUSE_FILES.policy));
  return {
    environmentText,
    environmentMode: environmentText === undefined ? undefined : statSync(environment).mode & 0o777,
    variables: readVariables(environmentText ?? ""),
    policyText,
    policy: policyText === undefined ? undefined : readPolicy(policyText, HOUSE_FILES.policy),
    contacts: bytesOf(join(folder, HOUSE_FILES.contacts)),
  };
}

function bytesOf(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}

function textOf(file: string): string | undefined {
  return bytesOf(file)?.toString();
}
