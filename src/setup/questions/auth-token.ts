import { AccountFailure } from "../../account/account-failure";
import { outOfReach } from "../out-of-reach";
import type { Checked, Question, Session } from "../question";

/** Proof that the account is the owner's. Commands use it; in the cloud Twilio sets it itself. */
export const authToken: Question = {
  variable: "AUTH_TOKEN",
  otherVariables: ["TWILIO_AUTH_TOKEN"],
  prompt: "Auth token",
  help: "32 letters and digits, below the account SID behind Show",
  isSecret: true,
  asks: "Twilio",
  kept: ({ variables }) => variables.get("AUTH_TOKEN") || undefined,
  checksKept: ({ isTalk, house, known }) =>
    isTalk || known("account-sid") !== house.variables.get("ACCOUNT_SID"),
  check: async (text, session) => {
    if (!/^[0-9A-Za-z]{32}$/.test(text))
      return {
        problem: `an auth token has 32 letters and digits, this has ${text.length} characters: copy it whole`,
      };
    if (session.known("account-sid") === undefined) return { value: text };
    if (session.isOffline) return { value: text, note: "not checked" };
    return signIn(text, session);
  },
};

async function signIn(token: string, session: Session): Promise<Checked> {
  try {
    const { friendlyName, type, status } = await session.profile(token);
    const trial = type === "Trial" ? ": it rings only numbers that you have verified" : "";
    const state =
      status === "active" ? "" : `; it is ${status}, and takes no calls until the console says otherwise`;
    return { value: token, note: `the account ${JSON.stringify(friendlyName)}, ${type}${trial}${state}` };
  } catch (failure) {
    const away = outOfReach(failure);
    if (away !== undefined) return { doubt: away, value: token };
    if (!(failure instanceof AccountFailure)) throw failure;
    return { problem: problemOf(failure), back: "account-sid" };
  }
}

/** Of an account that is not the token's, Twilio says either that it does not exist or that nobody is known. */
function problemOf({ status, message }: AccountFailure): string {
  if (status !== 401 && status !== 404) return message;
  return "Twilio does not know this account SID with this auth token: copy both again from the first page of the console";
}
