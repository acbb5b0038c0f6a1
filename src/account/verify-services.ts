import type { Account } from "./account";
import { ask, askFor, askOnce } from "./ask";

/** A Verify Service. @see https://www.twilio.com/docs/verify/api/service */
export interface VerifyService {
  readonly sid: string;
  readonly friendlyName: string;
}

/** Every Verify Service of the account. @throws AccountFailure */
export async function listVerifyServices(account: Account): Promise<VerifyService[]> {
  const found = await ask(account, "list the Verify Services", () =>
    account.client.verify.v2.services.list({ pageSize: 100 }),
  );
  return found.map(({ sid, friendlyName }) => ({ sid, friendlyName }));
}

/** The Service's SID. Twilio allows no five digits in a row in its name. @throws AccountFailure */
export async function createVerifyService(account: Account, friendlyName: string): Promise<string> {
  const { sid } = await askOnce(account, `create the Verify Service ${friendlyName}`, () =>
    account.client.verify.v2.services.create({ friendlyName }),
  );
  return sid;
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeVerifyService(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the Verify Service ${sid}`, () =>
    account.client.verify.v2.services(sid).remove(),
  );
}
