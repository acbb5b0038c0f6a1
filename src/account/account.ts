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
