import type { Account } from "../../account";
import { notFound, type TwilioError } from "../twilio-error";
import type { Now, WireRequest } from "../wire";

/** What every operation of api.twilio.com works on. */
export interface ApiWorld {
  readonly account: Account;
  readonly clock: Now;
}

/** Where the resources of an account start. */
export const ACCOUNT_PATH = "/2010-04-01/Accounts/{AccountSid}";

/** The address of the account's resources. */
export function accountUri({ account }: ApiWorld): string {
  return `/2010-04-01/Accounts/${account.sid}`;
}

/** Another account's resources are as good as absent. @throws TwilioError 404 */
export function checkAccount({ account }: ApiWorld, accountSid: string, request: WireRequest): void {
  if (accountSid !== account.sid) throw absent(request);
}

/** 404 for the resource that the request names. */
export function absent({ path }: WireRequest): TwilioError {
  return notFound(path);
}
