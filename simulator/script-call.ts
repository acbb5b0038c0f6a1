import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Callee } from "../local-twilio/voice/party";
import type { HandsetBehaviour } from "./home-phone";
import type { ScenarioCall } from "./scenario-schema";
import { scriptCallees } from "./script-callees";
import { type ScriptedParty, scriptedParty } from "./scripted-party";
import { type PhonePlan, scriptedPhone } from "./scripted-phone";
import { TALK_SECONDS } from "./wire-house";

/** Everybody who takes part in a call of a scenario, by script. */
export interface CallScript {
  readonly party: ScriptedParty["party"];
  readonly callees: (to: string) => Callee;
  /** The home's handsets, when they do something else during this call. */
  readonly handsets: readonly HandsetBehaviour[] | undefined;
  /** What a script waited for in vain. To be asked once all calls are over. */
  failures(outcome: CallOutcome): string[];
}

/** The home's handsets by script, and what they waited for in vain. */
export interface ScriptedHandsets {
  readonly behaviours: readonly HandsetBehaviour[];
  failures(): string[];
}

/** Makes parties of a call's scripts. */
export function scriptCall({ caller, callees, phones }: ScenarioCall): CallScript {
  const scripted = scriptedParty(caller);
  const called = scriptCallees(callees);
  const handsets = phones === undefined ? undefined : scriptHandsets(phones.home);
  return {
    party: scripted.party,
    callees: called.ring,
    handsets: handsets?.behaviours,
    failures: ({ heard }) => [
      ...scripted.failures(heard),
      ...called.failures(),
      ...(handsets?.failures() ?? []),
    ],
  };
}

/** Makes handsets of what a scenario says of them. */
export function scriptHandsets(plans: readonly PhonePlan[]): ScriptedHandsets {
  const phones = plans.map((plan, index) => {
    const phone = scriptedPhone(`handset ${index + 1}`, TALK_SECONDS);
    return { plan, phone };
  });
  return {
    behaviours: phones.map(({ plan, phone }) =>
      plan.does === "unregistered" ? "unregistered" : () => phone.ring(plan),
    ),
    failures: () => phones.flatMap(({ plan, phone }) => phone.failures(plan)),
  };
}
