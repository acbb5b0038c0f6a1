import { doubtOf } from "../attestation-doubt";
import type { Rule, Screening } from "../facts";
import { ringLine } from "../ring";
import { announced } from "../stranger-challenge";
import type { Verdict } from "../verdict";

/**
 * A caller in the line's address book rings through. One who calls from the very phone that would ring leaves a message.
 * On lines with the rule `attestation`, a number that may be forged is announced so to whoever picks up.
 */
export const contacts: Rule = {
  needs: [],
  otherwise: (screening) => {
    const { kind } = screening.contact;
    if (kind === "unreadable") return "could not read the address book";
    return kind === "known"
      ? `in the address book, but ${doubtOf(screening)}, and cannot be announced`
      : "not in the address book";
  },
  decide: (screening) => {
    const { contact, line, caller } = screening;
    if (contact.kind !== "known") return undefined;
    const reason = contact.name === "" ? "in the address book" : `in the address book as ${contact.name}`;
    const doubt = doubtOf(screening);
    return doubt === undefined
      ? ringLine(line, caller, reason)
      : doubted(screening, `${reason}, but ${doubt}`);
  },
};

/** Where it cannot be announced, a strict policy takes the caller for a stranger. */
function doubted(screening: Screening, reason: string): Verdict | undefined {
  const { line, caller } = screening;
  const announcing = announced(screening, "forged", reason);
  if (announcing !== undefined) return announcing;
  return line.evidence.attestation.strict ? undefined : ringLine(line, caller, reason);
}
