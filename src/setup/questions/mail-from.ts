import { checkedField } from "../check-field";
import type { Question, Session } from "../question";

const ADDRESS = /^(?:[^<>]*<([^<>]+)>|([^<>]+))$/;

/** Whom mails come from; many servers take only the address that signs in. */
export const mailFrom: Question = {
  variable: "MAIL_FROM",
  prompt: "Sender of the mails",
  help: "an address, or Gatehouse <phone@example.com>",
  kept: ({ variables }) => variables.get("MAIL_FROM") || undefined,
  isOpen: ({ known }) => Boolean(known("smtp-url")),
  suggest: (session) => loginOf(session) ?? session.known("email"),
  check: (text) => {
    const [, inBrackets, bare] = ADDRESS.exec(text) ?? [];
    const checked = checkedField(["owner", "email"], (inBrackets ?? bare ?? text).trim());
    return "problem" in checked ? checked : { value: text };
  },
};

function loginOf({ known }: Session): string | undefined {
  const url = known("smtp-url") ?? "";
  const user = URL.canParse(url) ? decoded(new URL(url).username) : "";
  return "problem" in checkedField(["owner", "email"], user) ? undefined : user;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
