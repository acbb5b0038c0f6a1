import { AccountFailure } from "../account/account-failure";

/** Why Twilio could not say, neither yes nor no; undefined for any other failure. */
export function outOfReach(failure: unknown): string | undefined {
  if (!(failure instanceof AccountFailure)) return undefined;
  const { status, message } = failure;
  return status === undefined || status === 429 || status >= 500 ? message : undefined;
}
