import { seal, unseal } from "../seal";
import type { CallPlan } from "./call-plan";
import { parsePlan } from "./parse-plan";

const PURPOSE = "call-plan";

/** A plan as one text for a URL, which nobody can make or change who lacks the secret. */
export function sealPlan(secret: string, plan: CallPlan): string {
  return seal(secret, PURPOSE, plan);
}

/** The plan in a sealed text; undefined for one that is not ours, not this call's, or makes no sense. */
export function openPlan(secret: string, text: string, callSid: string): CallPlan | undefined {
  return parsePlan(unseal(secret, PURPOSE, text), callSid);
}
