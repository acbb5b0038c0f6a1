import type { Question } from "../question";

const PLACE = "the first page of the Twilio console shows it, under Account Info";

/** Which account. @see https://www.twilio.com/docs/glossary/what-is-a-sid */
export const accountSid: Question = {
  variable: "ACCOUNT_SID",
  otherVariables: ["TWILIO_ACCOUNT_SID"],
  prompt: "Account SID",
  help: `AC and 32 digits and letters; ${PLACE}`,
  kept: ({ variables }) => variables.get("ACCOUNT_SID") || undefined,
  check: (text) => {
    if (/^AC[0-9a-fA-F]{32}$/.test(text)) return { value: text };
    if (text.startsWith("SK"))
      return { problem: `that is the SID of an API key: the account's is wanted; ${PLACE}` };
    return { problem: `an account SID is AC and 32 digits or letters from a to f; ${PLACE}` };
  },
};
