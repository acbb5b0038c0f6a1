import { check } from "../check";
import { failure, ok, warning } from "../finding";

const BILLING = "https://console.twilio.com (Admin > Account billing)";

/** Wrong credentials never come here: the profile cannot be gathered with them, and says so itself. */
export const credentialsCheck = check({
  name: "credentials",
  title: "Credentials",
  needs: ["profile"],
  judge: () => [ok("Twilio lets us into the account")],
});

/** @see https://help.twilio.com/articles/223180048 (what a trial account cannot do) */
export const accountCheck = check({
  name: "account",
  title: "Account",
  needs: ["profile"],
  judge: ({ profile: { status, type } }) => {
    if (status !== "active")
      return [failure(`it is ${status}: no call is answered`, `See why, and reactivate it, at ${BILLING}`)];
    return type === "Trial" ? [TRIAL] : [ok(`${status}, ${type.toLowerCase()}`)];
  },
});

const TRIAL = warning(
  "a trial account: only numbers that you have verified can call in, and only those can be rung; a message of Twilio's is heard before each call is connected; few calls at a time",
  `Upgrade at ${BILLING}, or verify numbers under Phone Numbers > Manage > Verified Caller IDs`,
);
