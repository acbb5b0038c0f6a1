import { countryOf, parseE164 } from "../telephony/e164";
import type { Session } from "./question";
import { splitNumbers } from "./split-numbers";

/** Whose numbers those without `+` are: as the owner says, or else the country of the first line. */
export function countryHere(session: Session): string {
  const [first = ""] = splitNumbers(session.known("line") ?? "");
  const number = parseE164(first, "US");
  return session.known("country") ?? (number && countryOf(number)) ?? "US";
}
