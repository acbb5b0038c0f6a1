import { countryOf, type E164 } from "../../telephony/e164";
import { numberKind } from "../../telephony/number-kind";
import { isInScope } from "../list-entries";
import type { AllowEntry } from "./allow-entry";
import type { OutboundCall, Ruling } from "./outbound-call";
import type { RefusalName } from "./outgoing-texts";
import { type Quiet, quietNow } from "./quiet";
import { type CallBudget, grantCall, NO_USAGE } from "./usage";

/** One question about a call to a number: a ruling, or, in words, why the next one is asked. */
export interface OutboundCheck {
  readonly name: string;
  readonly judge: (call: OutboundCall, number: E164) => Ruling | string;
}

/** The questions about a call to a number, in their order. The last one always rules. */
export const OUTBOUND_CHECKS: readonly OutboundCheck[] = [
  { name: "own", judge: judgeOwn },
  { name: "country", judge: judgeCountry },
  { name: "kind", judge: judgeKind },
  { name: "read", judge: judgeRead },
  { name: "quiet", judge: judgeQuiet },
  { name: "allowlist", judge: judgeListing },
  { name: "minutes", judge: judgeMinutes },
];

const refuse = (why: RefusalName, reason: string): Ruling => ({ action: "refuse", why, reason });

/** Our own lines ring this very phone: such a call would go round for ever. */
function judgeOwn({ ownNumbers }: OutboundCall, number: E164): Ruling | string {
  return ownNumbers.includes(number) ? refuse("own", "it is a line of ours") : "none of our lines";
}

/** By country, never by the digits in front: +1 809 is the Dominican Republic. What no country has is refused. */
function judgeCountry({ home }: OutboundCall, number: E164): Ruling | string {
  const country = countryOf(number);
  if (country === undefined) return refuse("foreign", "its country is not known");
  return home.outgoing.countries.includes(country)
    ? `a number of ${country}`
    : refuse("foreign", `a number of ${country}, which is not among the countries of the policy`);
}

/** What costs more than other calls, or is no number of its country's plan, needs the country's own permission. */
function judgeKind({ home }: OutboundCall, number: E164): Ruling | string {
  const kind = numberKind(number);
  if (kind === "ordinary" || kind === "free") return `${kind} to call`;
  if (home.outgoing.premiumCountries.includes(countryOf(number) ?? ""))
    return `${kind}, which the policy allows for its country`;
  return kind === "dear"
    ? refuse("dear", "premium rate, shared cost or the like, which the policy does not allow for its country")
    : refuse(
        "unassigned",
        "not assigned, as far as the tables say, which the policy does not allow for its country",
      );
}

/** Outgoing calls fail closed: what cannot be read may forbid the call. */
function judgeRead({ unreadable, isEntryMalformed }: OutboundCall): Ruling | string {
  if (unreadable.length > 0) return refuse("unavailable", `could not read ${unreadable.join(", ")}`);
  return isEntryMalformed
    ? "the entry of the allow list makes no sense and does not count"
    : "all lists read";
}

const QUIET_REASONS: Readonly<Record<Quiet, string>> = {
  paused: "the owner has paused the phone",
  bedtime: "it is bedtime",
  hours: "out of the hours of its entry",
};

/** Nobody is asked about a number at bedtime either. */
function judgeQuiet(call: OutboundCall, number: E164): Ruling | string {
  const { home, state, now, timezone } = call;
  const entry = entryOf(call, number) ?? UNLISTED;
  const quiet = quietNow({ entry, home, state, now, timezone });
  return quiet === undefined ? "nothing is in the way now" : refuse(quiet, QUIET_REASONS[quiet]);
}

function judgeListing(call: OutboundCall, number: E164): Ruling | string {
  const entry = entryOf(call, number);
  if (entry !== undefined) return entry.person === "" ? "listed" : `listed as ${entry.person}`;
  const reason = whyUnlisted(call);
  const { phone } = call.owner;
  const mayAsk = phone !== undefined && !call.ownNumbers.includes(phone);
  return call.home.outgoing.unlisted === "owner" && mayAsk
    ? { action: "owner", to: number, reason: `${reason}: the owner is asked` }
    : refuse("unlisted", reason);
}

function whyUnlisted({ entry, isEntryMalformed }: OutboundCall): string {
  if (isEntryMalformed) return "its entry of the allow list makes no sense";
  if (entry === undefined) return "not on the allow list";
  return entry.direction === "in" ? "listed for incoming calls only" : "its entry does not count here, now";
}

function judgeMinutes(call: OutboundCall, number: E164): Ruling {
  const { callSid, usage = NO_USAGE, home } = call;
  const { granted } = grantCall(usage, callSid, budgetOf(home.outgoing));
  return granted === 0
    ? refuse("spent", `the ${home.outgoing.minutesPerDay} minutes of the day are used up or reserved`)
    : { action: "connect", to: number, timeLimit: granted, reason: `may talk for ${granted} seconds` };
}

/** The limits of the policy in seconds. */
export function budgetOf({ callMinutes, minutesPerDay }: OutboundCall["home"]["outgoing"]): CallBudget {
  return { call: callMinutes * 60, day: minutesPerDay === 0 ? Number.POSITIVE_INFINITY : minutesPerDay * 60 };
}

const UNLISTED: AllowEntry = { person: "", direction: "out", overrideBedtime: false, primaryContact: false };

/** The entry that lets the number be called; the owner's number is as good as listed, as it is when it calls. */
function entryOf({ entry, line, now, owner }: OutboundCall, number: E164): AllowEntry | undefined {
  if (entry === undefined) return number === owner.phone ? { ...UNLISTED, person: owner.name } : undefined;
  const counts = line !== undefined && isInScope(entry, { line, now });
  return counts && entry.direction !== "in" ? entry : undefined;
}
