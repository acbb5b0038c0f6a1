import type { Rule } from "../facts";
import { loopOf } from "../ring";

/** A caller in the line's address book rings through. One who calls from the very phone that would ring leaves a message. */
export const contacts: Rule = {
  needs: [],
  otherwise: ({ contact }) =>
    contact.kind === "unreadable" ? "could not read the address book" : "not in the address book",
  decide: ({ contact, line, caller }) => {
    if (contact.kind !== "known") return undefined;
    const reason = contact.name === "" ? "in the address book" : `in the address book as ${contact.name}`;
    const loop = loopOf(line.ring.to, line, caller);
    if (loop !== undefined) return { action: "voicemail", reason: `${reason}, but ${loop}` };
    return { action: "connect", to: line.ring.to, reason };
  },
};
