import type { Reputation, ReputationPolicy } from "../../policy/reputation";
import { askProvider } from "../../reputation/ask-provider";
import type { Credentials, PaidProvider } from "../../reputation/provider";
import { providers } from "../../reputation/providers";
import { readAddOns } from "../../reputation/read-add-ons";
import { countLookup, keepReputation, type Score } from "../../store/reputation";
import type { E164 } from "../../telephony/e164";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import { noteOnce } from "../note-once";
import type { CallWiring } from "../wiring";
import { assessmentBudget, KEEPING_MS } from "./assessment-budget";
import { credentialsOf } from "./credentials-of";

/** Whose reputation is asked for, and as the policy wants it. */
export interface About {
  readonly callSid: string;
  readonly number: E164;
  readonly settings: ReputationPolicy;
}

/**
 * Asks for a caller's reputation, within the time that the policy gives and the Function has left: counts the look-up, asks the
 * provider, remembers what it said. Never throws: what cannot be found out is unknown, and the trace says why.
 */
export async function assessCaller(wiring: CallWiring, about: About): Promise<Reputation> {
  const found = await assess(wiring, about).catch((failure: unknown) => {
    wiring.log("reputation-failed", { callSid: about.callSid, ...describeFailure(failure) });
    return unknown("asking for it failed");
  });
  if (found.kind === "score") await keep(wiring, about, found);
  else wiring.log("reputation-unknown", { callSid: about.callSid, why: found.why });
  return found;
}

/**
 * The caller's reputation as an add-on put it into the call's webhook (`AddOns`): nothing is asked and nothing paid. Undefined when
 * the policy's provider is no add-on.
 */
export function assessFromAddOns(
  { provider: name }: Pick<ReputationPolicy, "provider">,
  addOns: string | undefined,
): Reputation | undefined {
  const provider = providers[name];
  return provider.kind === "addOn" ? readAddOns(name, provider, addOns ?? "") : undefined;
}

const unknown = (why: string): Reputation => ({ kind: "unknown", why });

async function assess(wiring: CallWiring, about: About): Promise<Reputation> {
  const provider = providers[about.settings.provider];
  if (provider.kind === "addOn")
    return unknown(`${provider.title}'s result comes with the call or not at all`);
  const credentials = credentialsOf(wiring, provider.account);
  if (credentials === undefined) return withoutCredentials(wiring, about, provider);
  return askCounted(wiring, about, { provider, credentials });
}

function withoutCredentials(
  wiring: CallWiring,
  { callSid }: About,
  { account, title }: PaidProvider,
): Reputation {
  noteOnce(wiring, `credentials ${account}`, { event: "credentials-missing", details: { callSid, account } });
  return unknown(`the credentials for ${title} are not set`);
}

/** Counting comes first, and takes its share of the time. */
async function askCounted(
  wiring: CallWiring,
  { number, settings }: About,
  { provider, credentials }: { readonly provider: PaidProvider; readonly credentials: Credentials },
): Promise<Reputation> {
  const began = performance.now();
  const budgetMs = assessmentBudget(settings.timeoutMs, wiring.timeLeft());
  if (budgetMs === 0) return unknown("no time was left to ask");
  const counted = await count(wiring, settings.lookupsPerHour, budgetMs);
  if (counted === "full")
    return unknown(`${settings.lookupsPerHour} look-ups were made in this hour already`);
  if (counted === "lost") return unknown("the look-up could not be counted");
  const assessNumber = askProvider(settings.provider, provider, credentials);
  return assessNumber(number, budgetMs - (performance.now() - began));
}

/** Never counted for certain means never paid for. */
async function count(wiring: CallWiring, cap: number, budgetMs: number) {
  try {
    const counting = countLookup({ sync: wiring.sync(), random: () => wiring.random() }, wiring.now(), cap);
    return (await inTime(budgetMs, counting)) ?? "lost";
  } catch (failure) {
    wiring.log("lookup-not-counted", describeFailure(failure));
    return "lost";
  }
}

/** A score that is not kept, or not in time, is asked for again at the next call: this one goes on. */
async function keep(wiring: CallWiring, { callSid, number, settings }: About, score: Score): Promise<void> {
  const { cacheHours } = settings;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const found = { number, score, cacheHours, now: wiring.now() };
    await inTime(KEEPING_MS, keepReputation(store, found));
  } catch (failure) {
    wiring.log("reputation-not-kept", { callSid, ...describeFailure(failure) });
  }
}
