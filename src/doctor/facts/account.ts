import { type Account, openAccount } from "../../account/account";
import { type AccountProfile, fetchProfile } from "../../account/account-profile";
import { missingVariables } from "../../runtime/command-wiring";
import { type FactSource, gathering } from "../fact-source";
import { CannotGather } from "../missing-facts";

const NAMES = ["ACCOUNT_SID", "AUTH_TOKEN"] as const;
const SETUP = "npm run setup, or copy both from https://console.twilio.com (Account Info) into .env";

/** The way into the account that `.env` names; nobody has tried it yet. */
export const credentialsSource: FactSource<Account> = gathering({
  lacking: "there are no usable credentials",
  needs: ["variables"],
  seconds: 5,
  gather: ({ variables }, { sleep }) => {
    const missing = missingVariables(variables, NAMES);
    if (missing.length > 0) throw new CannotGather(`${missing.join(", ")} not set`, SETUP);
    const { ACCOUNT_SID: accountSid = "", AUTH_TOKEN: authToken = "" } = variables;
    if (!/^AC[0-9a-f]{32}$/.test(accountSid))
      throw new CannotGather("ACCOUNT_SID is not AC and 32 hexadecimal digits", SETUP);
    return openAccount({ accountSid, authToken }, sleep);
  },
});

/** What Twilio says of it, which also proves the credentials. */
export const profileSource: FactSource<AccountProfile> = gathering({
  lacking: "Twilio does not let us into the account",
  needs: ["credentials"],
  seconds: 45,
  gather: ({ credentials }) => fetchProfile(credentials),
});

/** The account once Twilio has let us in: with wrong credentials every other request would only fail as well. */
export const accountSource: FactSource<Account> = gathering({
  lacking: "Twilio does not let us into the account",
  needs: ["credentials", "profile"],
  seconds: 1,
  gather: ({ credentials }) => credentials,
});
