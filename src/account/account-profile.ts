import type { Account } from "./account";
import { ask } from "./ask";

/** What the account is. @see https://www.twilio.com/docs/iam/api/account */
export interface AccountProfile {
  readonly sid: string;
  readonly friendlyName: string;
  readonly type: string;
  readonly status: string;
}

/** The account itself, which also proves the credentials. @throws AccountFailure; its status is 401 for wrong credentials */
export async function fetchProfile(account: Account): Promise<AccountProfile> {
  const { accountSid } = account.credentials;
  const { sid, friendlyName, type, status } = await ask(account, "read the account", () =>
    account.client.api.v2010.accounts(accountSid).fetch(),
  );
  return { sid, friendlyName, type, status };
}
