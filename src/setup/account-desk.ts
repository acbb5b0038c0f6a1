import type { Account, AccountCredentials } from "../account/account";
import { type AccountProfile, fetchProfile } from "../account/account-profile";
import { listNumbers, type PhoneNumber } from "../account/phone-numbers";
import { outOfReach } from "./out-of-reach";

/** What setup asks of the account, each number list once. Every method throws AccountFailure. */
export interface AccountDesk {
  profile(credentials: AccountCredentials): Promise<AccountProfile>;
  numbers(credentials: AccountCredentials): Promise<readonly PhoneNumber[]>;
}

/** Opens the desk. When Twilio was out of reach for a profile, it is not asked for numbers until it has answered one. */
export function openAccountDesk(open: (credentials: AccountCredentials) => Account): AccountDesk {
  const lists = new Map<string, Promise<readonly PhoneNumber[]>>();
  let away: unknown;
  return {
    async profile(credentials) {
      try {
        const profile = await fetchProfile(open(credentials));
        away = undefined;
        return profile;
      } catch (failure) {
        if (outOfReach(failure) !== undefined) away = failure;
        throw failure;
      }
    },
    async numbers(credentials) {
      if (away !== undefined) throw away;
      const key = JSON.stringify(credentials);
      const list = lists.get(key) ?? listNumbers(open(credentials));
      lists.set(key, list);
      return list;
    },
  };
}
