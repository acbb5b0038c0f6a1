import { isE164 } from "../../telephony/e164";
import type { CallPlan } from "./call-plan";
import { LOCALES } from "./office";

/** The plan of a call in data that came back to us; undefined for another call's, and for what is none. */
export function parsePlan(data: unknown, callSid: string): CallPlan | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { callSid: call, line, locale: code, kind, department, to } = data as Record<string, unknown>;
  const locale = LOCALES.find((name) => name === code);
  if (call !== callSid || locale === undefined || typeof line !== "string" || !isE164(line)) return undefined;
  const plan = { callSid, line, locale };
  if (kind === "department")
    return typeof department === "string" ? { ...plan, kind, department } : undefined;
  const isPhone = typeof to === "string" && isE164(to);
  return (kind === "name" || kind === "forged") && isPhone ? { ...plan, kind, to } : undefined;
}
