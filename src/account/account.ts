import twilio, { type Twilio } from "twilio";

/** How the owner signs in to the account. */
export interface AccountCredentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** The owner's Twilio account, as commands reach it. */
export interface Account {
  readonly credentials: AccountCredentials;
  readonly client: Twilio;
  /** Waits so many milliseconds before a request is made again. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** Longer than a Function may wait: nobody is on the line. The helper's own default is 30 seconds. */
const REQUEST_MS = 15_000;

/** Opens an account. Nothing is asked of Twilio yet. */
export function openAccount(credentials: AccountCredentials, sleep = realSleep): Account {
  const { accountSid, authToken } = credentials;
  return { credentials, client: twilio(accountSid, authToken, { timeout: REQUEST_MS }), sleep };
}

function realSleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The account that the environment or `.env` names. @throws Error that says what is missing and where to get it */
export function openNamedAccount({
  ACCOUNT_SID: accountSid,
  AUTH_TOKEN: authToken,
}: Readonly<Record<string, string | undefined>>): Account {
  if (accountSid && authToken) return openAccount({ accountSid, authToken });
  const missing = [...(accountSid ? [] : ["ACCOUNT_SID"]), ...(authToken ? [] : ["AUTH_TOKEN"])];
  throw new Error(
    `Cannot reach your Twilio account: ${missing.join(" and ")} not set, neither in the environment nor in .env. npm run setup asks for them`,
  );
}
