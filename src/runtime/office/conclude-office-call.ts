import { RING_OUTCOMES } from "../../policy/office/call-plan";
import type { CallPlan, RingOutcome } from "../../policy/office/call-plan";
import { refuseCallback } from "../../policy/office/callback-number";
import { concludeRinging, type RingConclusion } from "../../policy/office/conclude-ringing";
import { departmentOf } from "../../policy/office/department-of";
import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import { numberIn } from "../../policy/office/number-in";
import { openPlan } from "../../policy/office/sealed-plan";
import { parseCaller } from "../../telephony/caller";
import type { OfficeResult } from "../../telephony/read-office-result";
import { speakable } from "../../twiml/speakable";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { noteRungCall } from "./note-rung-call";

/** What the flow is told of a call that comes back from ringing. Every key is always there. */
export interface OfficeReply extends RingConclusion {
  readonly outcome: RingOutcome;
  readonly language: string;
}

/** Decides how a call goes on that comes back from ringing, and writes how that ended into its row. */
export async function concludeOfficeCall(wiring: CallWiring, result: OfficeResult): Promise<OfficeReply> {
  const { callSid, from, isOnLine, waited, talked } = result;
  const { office } = wiring.policy();
  const outcome = RING_OUTCOMES.find((name) => name === result.outcome);
  const secret = wiring.environment("LINK_SECRET");
  const plan = secret === undefined ? undefined : openPlan(secret, result.plan, callSid);
  const locale = plan?.locale ?? firstLanguage(office?.languages ?? []);
  const conclusion = concludeRinging({
    ...{ outcome, isOnLine, plan, locale, office },
    line: lineOf(wiring.policy(), plan?.line ?? result.to),
    callbackNumber: plan && callbackNumber(wiring, plan, from),
  });
  const known = outcome ?? "unanswered";
  if (plan !== undefined) await noteRungCall(wiring, { plan, from, outcome: known, waited, talked });
  wiring.log("office-call-concluded", { callSid, outcome: outcome ?? "unknown", next: conclusion.next });
  const { next, say, greeting } = conclusion;
  return {
    ...{ outcome: known, next, say: speakable(say), greeting: speakable(greeting) },
    language: languageTag(locale),
  };
}

/** The caller's number in words, if its department offers to call back, and it may be called. */
function callbackNumber(wiring: CallWiring, plan: CallPlan, from: string): string | undefined {
  const policy = wiring.policy();
  const line = lineOf(policy, plan.line);
  const caller = parseCaller(from, policy.country);
  if (plan.kind !== "department" || line === undefined || caller.kind !== "number") return undefined;
  const isOffered = departmentOf(policy.office, plan.department)?.offersCallback === true;
  if (!isOffered || refuseCallback(policy, line, caller.number) !== undefined) return undefined;
  return numberIn(plan.locale, caller.number, policy.country);
}
