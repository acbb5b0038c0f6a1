import { checkedField } from "../check-field";
import type { Question } from "../question";

/** What mails call the owner. */
export const name: Question = {
  variable: "GATEHOUSE_NAME",
  prompt: "Your name",
  help: "as mails address you",
  without: 'mails call you "Owner"',
  kept: ({ policy }) => (policy?.owner.name === "Owner" ? undefined : policy?.owner.name),
  check: (text) => checkedField(["owner", "name"], text),
};
