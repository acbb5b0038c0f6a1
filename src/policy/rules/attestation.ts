import type { Rule, Screening } from "../facts";
import { isNeighbour } from "../neighbour-number";
import { strangerChallenge } from "../stranger-challenge";

/**
 * A stranger whose number is not vouched for is asked to prove to be a person: its signature failed, or it has a weak one (C) or
 * none and looks like a neighbour's. A valid signature says that a network knows its customer, not that the customer is welcome:
 * it lets nobody through. Contacts are left to the rule `contacts`, which announces those whose number may be forged.
 * @see https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir
 */
export const attestation: Rule = {
  needs: [],
  otherwise: (screening) =>
    isLeftToContacts(screening)
      ? "in the address book, which says what follows"
      : (weakness(screening) ?? "nothing is held against the signature"),
  decide: (screening) => {
    if (isLeftToContacts(screening)) return undefined;
    const reason = weakness(screening);
    return reason === undefined ? undefined : strangerChallenge(screening, reason);
  },
};

function weakness({ attestation: signature, caller, line }: Screening): string | undefined {
  if (signature === "failed") return "the signature of the number does not verify";
  const isNear = caller.kind === "number" && isNeighbour(caller.number, line.number);
  if (!isNear || signature === "A" || signature === "B") return undefined;
  return signature === "C"
    ? "looks like a neighbour and is signed C only"
    : "looks like a neighbour and is not signed";
}

/** Wherever `contacts` stands behind this rule: before it, that rule has had its say. */
function isLeftToContacts({ contact, line: { rules } }: Screening): boolean {
  return contact.kind === "known" && rules.indexOf("contacts") > rules.indexOf("attestation");
}
