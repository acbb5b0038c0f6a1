import { findContact } from "../../contacts/find-contact";
import type { CallPlan } from "../../policy/office/call-plan";
import { numberIn } from "../../policy/office/number-in";
import type { Locale } from "../../policy/office/office";
import { parseCaller } from "../../telephony/caller";
import type { E164 } from "../../telephony/e164";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";

/** A call that is announced, and the language of whoever picks up. */
export interface WordedCall {
  readonly plan: CallPlan;
  readonly from: string;
  readonly locale: Locale;
}

/** Who calls, in words: the name in the line's address book, else the number; undefined for who has neither. */
export function callerWords(wiring: CallWiring, { plan, from, locale }: WordedCall): string | undefined {
  const { country } = wiring.policy();
  const caller = parseCaller(from, country);
  if (caller.kind !== "number") return undefined;
  return contactName(wiring, plan, caller.number) || numberIn(locale, caller.number, country);
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
