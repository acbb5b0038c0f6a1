import { isE164 } from "../../telephony/e164";
import { seal, unseal } from "../seal";
import type { CallPlan } from "./call-plan";
import { LOCALES } from "./office";

const PURPOSE = "call-plan";

/** A plan as one text for a URL, which nobody can make or change who lacks the secret. */
export function sealPlan(secret: string, plan: CallPlan): string {
  return seal(secret, PURPOSE, plan);
}

/** The plan in a sealed text; undefined for one that is not ours, not this call's, or makes no sense. */
export function openPlan(secret: string, text: string, callSid: string): CallPlan | undefined {
  const data = unseal(secret, PURPOSE, text);
  return data?.callSid === callSid ? readPlan(data, callSid) : undefined;
}

function readPlan(
  { line, locale: code, kind, department, to }: Readonly<Record<string, unknown>>,
  callSid: string,
): CallPlan | undefined {
  const locale = LOCALES.find((name) => name === code);
  if (locale === undefined || typeof line !== "string" || !isE164(line)) return undefined;
  const call = { callSid, line, locale };
  if (kind === "department")
    return typeof department === "string" ? { ...call, kind, department } : undefined;
  const isPhone = typeof to === "string" && isE164(to);
  return (kind === "name" || kind === "forged") && isPhone ? { ...call, kind, to } : undefined;
}
