import { AccountFailure } from "../account/account-failure";
import type { FactName } from "./facts";

/** What could not be gathered, what was met instead, and what mends it. */
export interface MissingFact {
  readonly fact: FactName;
  readonly found: string;
  readonly fix: string;
}

/** Facts that cannot be had: those whose own gathering failed, however far from what needed them. */
export class MissingFacts extends Error {
  override readonly name = "MissingFacts";

  constructor(readonly roots: readonly MissingFact[]) {
    super(roots.map(({ found }) => found).join("; "));
  }
}

/** Thrown where something is gathered, for what is not there, with what would put it there. */
export class CannotGather extends Error {
  override readonly name = "CannotGather";

  constructor(
    message: string,
    readonly fix: string,
  ) {
    super(message);
  }
}

/** What helps when Twilio did not. */
export const TRY_AGAIN = "Try again; https://status.twilio.com says whether Twilio has trouble";
const CREDENTIALS =
  "Copy Account SID and Auth Token from https://console.twilio.com (Account Info) with npm run setup";

/** What a failed gathering is reported as. */
export function missingBecause(fact: FactName, failure: unknown): MissingFact {
  const found = failure instanceof Error ? failure.message : String(failure);
  return { fact, found, fix: fixOf(failure) };
}

function fixOf(failure: unknown): string {
  if (failure instanceof CannotGather) return failure.fix;
  if (!(failure instanceof AccountFailure)) return "Mend that, then npm run doctor again";
  if (failure.status === 401 || failure.status === 403) return CREDENTIALS;
  return failure.status === undefined ? `Look whether this computer is online. ${TRY_AGAIN}` : TRY_AGAIN;
}
