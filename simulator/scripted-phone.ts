import type { Callee, Moment } from "../local-twilio/voice/party";
import type { CallerStep } from "./scripted-caller";
import { type ScriptedParty, scriptedParty } from "./scripted-party";

/** What a phone does when it rings, as scenarios write it. */
export type PhonePlan =
  | {
      readonly does: "answers";
      /** Seconds of ringing before it is picked up. */
      readonly after?: number;
      /** Seconds from its last step, or from the answer, until it is hung up. */
      readonly seconds?: number;
      /** What is done by whoever has picked it up. */
      readonly steps?: readonly CallerStep[];
    }
  | { readonly does: "no-answer" | "busy" | "failed" | "unregistered" };

/** A phone that follows plans, and what its steps waited for in vain. */
export interface ScriptedPhone {
  /** What it does on the next ring. One that is switched off fails. */
  ring(plan: PhonePlan): Callee;
  /** To be asked once all calls are over. @param plan the one whose steps should have been begun */
  failures(plan: PhonePlan): string[];
}

/** @param who names the phone in failures. @param seconds how long one talks when the plan does not say */
export function scriptedPhone(who: string, seconds: number): ScriptedPhone {
  const begun = new Set<ScriptedParty>();
  return {
    ring(plan) {
      if (plan.does !== "answers") return { does: plan.does === "unregistered" ? "failed" : plan.does };
      const { after, steps = [] } = plan;
      const end = { after: plan.seconds ?? seconds, act: { does: "hangUp" } } as const;
      const scripted = scriptedParty([...steps, end], who);
      const during = (moment: Moment) => {
        begun.add(scripted);
        return scripted.party.during(moment);
      };
      const party = { ...scripted.party, during };
      return { does: "answers", party, ...(after === undefined ? {} : { after }) };
    },
    failures(plan) {
      if (begun.size > 0) return [...begun].flatMap((scripted) => scripted.failures([]));
      const hasSteps = plan.does === "answers" && (plan.steps ?? []).length > 0;
      return hasSteps ? [`${who} was never picked up, so that its steps were never begun`] : [];
    },
  };
}
