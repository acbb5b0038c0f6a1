import type { CallPlan } from "../../policy/office/call-plan";
import { languageTag } from "../../policy/office/language-tag";
import { ringable, ringGroups } from "../../policy/office/ring-order";
import { firstRinging } from "../../policy/office/ring-steps";
import { mayRing, ringTargetOf } from "../../policy/office/ring-target";
import { openPlan } from "../../policy/office/sealed-plan";
import { parseCaller } from "../../telephony/caller";
import type { OfficeConnecting } from "../../telephony/read-office-connecting";
import { renderOfficeName } from "../../twiml/render-office-name";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { backUnrung } from "./back-to-flow";
import { noteRungCall } from "./note-rung-call";
import { readOfficeDoor } from "./read-office-door";
import { ringStep } from "./ring-step";
import { takeOfficeTurn } from "./take-office-turn";

/** A call whose plan is ours. */
interface Planned {
  readonly plan: CallPlan;
  readonly secret: string;
}

/**
 * TwiML that rings whom the flow has planned to, after asking a stranger for a name. Whatever is missing, the call goes on
 * in the flow, which takes a message.
 */
export async function connectOffice(wiring: CallWiring, request: OfficeConnecting): Promise<string> {
  const { callSid, flowSid } = request;
  const secret = wiring.environment("LINK_SECRET");
  const plan = secret === undefined ? undefined : openPlan(secret, request.plan, callSid);
  if (secret === undefined || plan === undefined) {
    wiring.log("office-not-connected", { callSid, why: "no plan of this call" });
    return backUnrung(wiring, flowSid, "unanswered");
  }
  if (!request.isOnLine) return leave(wiring, request, plan);
  if (plan.kind !== "name") return startRinging(wiring, request, { plan, secret });
  if (!request.isNamed) return askName(wiring, request, plan);
  if (request.recordingSid === undefined) return backUnrung(wiring, flowSid, "silent");
  return startRinging(wiring, request, { plan, secret });
}

/** Who hangs up before anybody rings is heard of here for the last time. */
async function leave(
  wiring: CallWiring,
  { from, flowSid }: OfficeConnecting,
  plan: CallPlan,
): Promise<string> {
  await noteRungCall(wiring, { plan, from, outcome: "gone", waited: 0, talked: 0 });
  return backUnrung(wiring, flowSid, "gone");
}

function askName(wiring: CallWiring, { flowSid, ...request }: OfficeConnecting, plan: CallPlan): string {
  const line = lineOf(wiring.policy(), plan.line);
  if (line === undefined) return backUnrung(wiring, flowSid, "unanswered");
  const named = new URLSearchParams({ flow: flowSid, plan: request.plan, named: "1" });
  return renderOfficeName(line.challenge.namePrompt, languageTag(plan.locale), `/office/connect?${named}`);
}

async function startRinging(
  wiring: CallWiring,
  { callSid, flowSid, from, isAnswered, recordingSid }: OfficeConnecting,
  { plan, secret }: Planned,
): Promise<string> {
  const policy = wiring.policy();
  const target = ringTargetOf(policy, plan);
  if (target === undefined) return backUnrung(wiring, flowSid, "unanswered");
  const lines = Object.values(policy.lines).map(({ number }) => number);
  const phones = ringable(target.phones, { lines, caller: parseCaller(from, policy.country) });
  const [door, turn] = await Promise.all([
    readOfficeDoor(wiring, callSid),
    takeOfficeTurn(wiring, plan, { ...target, phones }),
  ]);
  if (!mayRing(plan, target, door)) return backUnrung(wiring, flowSid, "closed");
  const ringing = firstRinging(ringGroups(phones, target.order, turn), target.ringSeconds);
  wiring.log("office-ringing", { callSid, kind: plan.kind, phones: phones.length });
  if (ringing === undefined) return backUnrung(wiring, flowSid, "unanswered");
  const began = door.now;
  const name = plan.kind === "name" && recordingSid !== undefined ? { recordingSid } : {};
  const call = { plan, from, began, ...name };
  return ringStep(wiring, {
    ticket: { ...call, at: began, ringing },
    target,
    flowSid,
    secret,
    holds: isAnswered,
  });
}
