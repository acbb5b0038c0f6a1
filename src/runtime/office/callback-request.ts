import type { CallPlan } from "../../policy/office/call-plan";
import { refuseCallback } from "../../policy/office/callback-number";
import { askCallback } from "../../policy/office/callback-queue";
import { CALLBACK_KEY } from "../../policy/office/conclude-ringing";
import { departmentOf } from "../../policy/office/department-of";
import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import { numberIn } from "../../policy/office/number-in";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import { changeCallback } from "../../store/callbacks";
import { parseCaller } from "../../telephony/caller";
import type { E164 } from "../../telephony/e164";
import type { CallbackRequest } from "../../telephony/read-callback-request";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { planOf } from "./plan-of";

/** What the flow is told. `not`: the caller may leave a message. */
export interface CallbackReply {
  readonly result: "queued" | "not";
  readonly say: string;
  readonly language: string;
}

/**
 * Puts a caller who was offered a call-back into the queue, and says so with the number. Whatever is in the way is said,
 * too; who has pressed another key, or none, hears nothing.
 */
export async function requestCallback(wiring: CallWiring, request: CallbackRequest): Promise<CallbackReply> {
  const { callSid, digits } = request;
  const plan = planOf(wiring, request);
  const { office, country } = wiring.policy();
  const locale = plan?.locale ?? firstLanguage(office?.languages ?? []);
  const language = languageTag(locale);
  if (digits !== CALLBACK_KEY) return { result: "not", say: "", language };
  const number = plan === undefined ? undefined : await queueCaller(wiring, plan, request.from);
  if (number === undefined) return { result: "not", say: promptIn(locale, "callbackRefused"), language };
  await noteCall(wiring, callSid, { disposition: "message" });
  const say = promptIn(locale, "callbackQueued", { number: numberIn(locale, number, country) });
  return { result: "queued", say, language };
}

/** @returns the number that will be called back; undefined when none will */
async function queueCaller(wiring: CallWiring, plan: CallPlan, from: string): Promise<E164 | undefined> {
  const { callSid } = plan;
  const number = numberOf(wiring, plan, from);
  if (number === undefined || plan.kind !== "department") return undefined;
  const { line, department } = plan;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random(), now: wiring.now() };
    const { outcome } = await changeCallback(store, number, (current) =>
      askCallback(current, { line, department }, store.now),
    );
    if (outcome !== "lost") return number;
    wiring.log("callback-not-queued", { callSid, message: "others were faster" });
  } catch (failure) {
    wiring.log("callback-not-queued", { callSid, ...describeFailure(failure) });
  }
  return undefined;
}

/** The caller's number, if it may be called back, and the department offers that. */
function numberOf(wiring: CallWiring, plan: CallPlan, from: string): E164 | undefined {
  const policy = wiring.policy();
  const caller = parseCaller(from, policy.country);
  const line = lineOf(policy, plan.line);
  const department = plan.kind === "department" ? departmentOf(policy.office, plan.department) : undefined;
  const offers = department?.offersCallback === true;
  if (caller.kind !== "number" || line === undefined || !offers) return undefined;
  const why = refuseCallback(policy, line, caller.number);
  if (why !== undefined) wiring.log("callback-refused", { callSid: plan.callSid, why });
  return why === undefined ? caller.number : undefined;
}
