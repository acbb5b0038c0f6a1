import { readPolicy } from "../config/read-policy";
import type { Change } from "./change";
import { editEnvironment, isEnvironmentVariable } from "./edit-environment";
import { editPolicy } from "./edit-policy";
import { makeSecrets, type SecretsToMake } from "./generated-secrets";
import { HOUSE_FILES, type House } from "./house-files";
import type { Answers } from "./question";
import { QUESTIONS } from "./questions";

/** What the files are to be, and in what that differs from what they are. */
export interface SetupPlan {
  readonly environment: string;
  readonly policy: string;
  /** The address book, when there is a new one. */
  readonly contacts: Uint8Array | undefined;
  readonly changes: readonly Change[];
}

/** What a plan is made from. */
export interface SetupOrder {
  readonly house: House;
  readonly answers: Answers;
  /** The address book that the owner has named. */
  readonly contacts: Uint8Array | undefined;
  readonly secrets: SecretsToMake;
}

/** Nobody but the owner. */
export const SECRET_MODE = 0o600;

/**
 * Plans what setup writes.
 * @throws ConfigurationError when the answers make a policy that cannot be, such as lines that ring each other; Error for a
 * `.env` in which a variable would not be read
 */
export function planSetup({ house, answers, contacts, secrets }: SetupOrder): SetupPlan {
  const policy = editPolicy(house, answers);
  readPolicy(policy.text, HOUSE_FILES.policy);
  const values = new Map([
    ...makeSecrets(house, { ...secrets, forHome: answers.has("home") }),
    ...variablesIn(answers),
  ]);
  const environment = editEnvironment(house.environmentText ?? "", values);
  const isNew = contacts !== undefined && !house.contacts?.equals(contacts);
  return {
    environment: environment.text,
    policy: policy.text,
    contacts: isNew ? contacts : undefined,
    changes: [
      ...environment.changes,
      ...modeChange(house),
      ...policy.changes,
      ...(isNew ? [{ file: HOUSE_FILES.contacts, what: "the address book" }] : []),
    ],
  };
}

function variablesIn(answers: Answers): (readonly [string, string])[] {
  return [...answers]
    .map(([name, value]) => [QUESTIONS[name].variable, value] as const)
    .filter(([variable]) => isEnvironmentVariable(variable));
}

/** Others must not read the secrets; Windows has no such permissions. */
function modeChange({ environmentMode }: House): Change[] {
  const isWide = environmentMode !== undefined && (environmentMode & 0o077) !== 0;
  if (!isWide || process.platform === "win32") return [];
  const [from, to] = [environmentMode, SECRET_MODE].map((mode) => mode.toString(8));
  return [{ file: HOUSE_FILES.environment, what: "permissions", from, to }];
}
