import type { Variable } from "../../account/serverless-services";
import { asksForReputation, reputationNames } from "../../deploy/reputation-names";
import type { ProviderName } from "../../policy/reputation";
import { check } from "../check";
import { complaintsOr, type Finding, failure, ok, warning } from "../finding";

/** What is asked, and what of it cannot be looked at: requests are paid for, so that none is made only to see. */
const SOURCES: Readonly<Record<ProviderName, string>> = {
  telesign: "TeleSign, whose credentials are set; whether it takes them, the log of a call tells",
  "telesign-intelligence":
    "TeleSign, whose credentials are set; whether it takes them, the log of a call tells",
  lookup: "Twilio Lookup, with this account's own credentials",
  nomorobo: addOn("Nomorobo Spam Score"),
  marchex: addOn("Marchex Clean Call"),
  icehook: addOn("Icehook Scout"),
};

/** @see https://www.twilio.com/docs/marketplace/listings/usage#incoming-voice-calls */
function addOn(name: string): string {
  return `the add-on ${name}, which Twilio asks where it is installed for incoming voice calls; whether it is, no request tells: https://console.twilio.com (Marketplace > Add-ons)`;
}

/** Whether anybody can be asked about a caller. */
export const reputationCheck = check({
  name: "reputation",
  title: "Reputation",
  needs: ["policy", "liveVariables"],
  judge: ({ policy: { policy }, liveVariables }) => {
    const { reputation } = policy;
    const facts = { lines: Object.values(policy.lines), reputation };
    if (reputation === undefined || !asksForReputation(facts))
      return [ok("no line asks for its callers' reputation")];
    return complaintsOr(`it is asked of ${SOURCES[reputation.provider]}`, [
      ...reputationNames(facts).flatMap((name) => judgeVariable(name, liveVariables)),
      ...judgeCap(reputation),
    ]);
  },
});

function judgeVariable(name: string, live: readonly Variable[]): Finding[] {
  if (live.some(({ key, value }) => key === name && value !== "")) return [];
  const found = `${name} is not set on the Service, so every caller's reputation is unknown`;
  return [failure(found, "Set it in .env, then npm run deploy")];
}

const ADD_ONS: readonly ProviderName[] = ["nomorobo", "marchex", "icehook"];

/** Add-ons are paid for by the call, whatever is done with what they say. */
function judgeCap({
  provider,
  lookupsPerHour,
}: {
  readonly provider: ProviderName;
  readonly lookupsPerHour: number;
}) {
  if (lookupsPerHour > 0 || ADD_ONS.includes(provider)) return [];
  const found = "reputation.lookupsPerHour is 0, so nobody is ever asked about a caller";
  return [warning(found, "Let it be more in the policy, or take the rule reputation away")];
}
