import type { Rule } from "../facts";
import { ringLine } from "../ring";

/** A caller in the line's address book rings through. One who calls from the very phone that would ring leaves a message. */
export const contacts: Rule = {
  needs: [],
  otherwise: ({ contact }) =>
    contact.kind === "unreadable" ? "could not read the address book" : "not in the address book",
  decide: ({ contact, line, caller }) => {
    if (contact.kind !== "known") return undefined;
    const reason = contact.name === "" ? "in the address book" : `in the address book as ${contact.name}`;
    return ringLine(line, caller, reason);
  },
};
