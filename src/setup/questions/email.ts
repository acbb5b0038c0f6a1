import { checkedField } from "../check-field";
import type { Question } from "../question";

/** Where voicemails are mailed. */
export const email: Question = {
  variable: "GATEHOUSE_EMAIL",
  prompt: "Your e-mail address",
  help: "voicemails are mailed there, but those of a line that has an address of its own",
  without: "voicemails are kept, and not mailed",
  kept: ({ policy }) => policy?.owner.email,
  check: (text) => checkedField(["owner", "email"], text),
};
