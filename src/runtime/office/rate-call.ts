import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import type { GivenRating } from "../../telephony/read-rating";
import { noteCall } from "../note-call";
import type { CallWiring } from "../wiring";
import { planOf } from "./plan-of";

/** Writes how a caller was served into the call's row, where the first answer counts, and thanks for any. */
export async function rateCall(
  wiring: CallWiring,
  { callSid, plan, rating }: GivenRating,
): Promise<{ readonly say: string; readonly language: string }> {
  if (rating !== undefined) await noteCall(wiring, callSid, { rating });
  const sealed = planOf(wiring, { callSid, plan });
  const locale = sealed?.locale ?? firstLanguage(wiring.policy().office?.languages ?? []);
  return { say: promptIn(locale, "rated"), language: languageTag(locale) };
}
