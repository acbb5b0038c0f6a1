import type { E164 } from "../../telephony/e164";
import type { AllowedPerson } from "./allow-entry";
import type { Home } from "./home";
import type { HomeState } from "./home-state";
import { quietNow } from "./quiet";
import { HOME_TEXTS } from "./texts";

/** A caller whom nobody answered. `now` is in epoch milliseconds, `timezone` an IANA name. */
export interface Unanswered {
  readonly caller: E164 | undefined;
  readonly line: string | undefined;
  readonly home: Home;
  readonly owner: E164 | undefined;
  readonly state: HomeState | undefined;
  readonly now: number;
  readonly timezone: string;
}

/**
 * Whom a caller is offered whom nobody answered: of the primary contacts the one with the least number, so that the
 * choice is always the same. Nobody at bedtime or while the phone is paused; and never the caller, or to the owner.
 */
export function primaryContactFor(
  people: readonly AllowedPerson[],
  { caller, owner, ...facts }: Unanswered,
): AllowedPerson | undefined {
  if (!facts.home.offersPrimaryContact || (caller !== undefined && caller === owner)) return undefined;
  const [first] = people
    .filter((person) => person.primaryContact && counts(person, facts))
    .sort((one, other) => one.number.localeCompare(other.number));
  return first?.number === caller ? undefined : first;
}

type Facts = Omit<Unanswered, "caller" | "owner">;

function counts(person: AllowedPerson, { line, home, state, now, timezone }: Facts): boolean {
  if (person.until !== undefined && person.until <= now) return false;
  if (person.lines !== undefined && !person.lines.some((number) => number === line)) return false;
  const entry = { ...person, overrideBedtime: false };
  return quietNow({ entry, home, state, now, timezone }) === undefined;
}

/** Names in lists are not checked for their length, and the keys come after them. */
const LONGEST_NAME = 100;

/** The offer, as it is spoken. */
export function offerOf({ person }: AllowedPerson): string {
  return HOME_TEXTS.offer.replace("{person}", () => person.slice(0, LONGEST_NAME) || HOME_TEXTS.somebody);
}
