import { findContact } from "../../contacts/find-contact";
import type { CallPlan } from "../../policy/office/call-plan";
import { parseCaller } from "../../telephony/caller";
import type { E164 } from "../../telephony/e164";
import { spokenNumber } from "../../telephony/spoken-number";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";

/** Who calls, in words: the name in the line's address book, else the number; undefined for who has neither. */
export function callerWords(wiring: CallWiring, plan: CallPlan, from: string): string | undefined {
  const { country } = wiring.policy();
  const caller = parseCaller(from, country);
  if (caller.kind !== "number") return undefined;
  return contactName(wiring, plan, caller.number) || spokenNumber(caller.number, country);
}

/** A stranger has none, and a book that cannot be read costs the name, never the call. */
function contactName(wiring: CallWiring, { kind, line, callSid }: CallPlan, number: E164): string {
  const ours = lineOf(wiring.policy(), line);
  if (kind === "name" || ours === undefined) return "";
  try {
    return findContact(wiring.contactsIndex(ours.contacts), number) ?? "";
  } catch {
    wiring.log("contacts-unreadable", { callSid });
    return "";
  }
}
