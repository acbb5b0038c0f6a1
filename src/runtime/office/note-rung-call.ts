import type { Disposition } from "../../policy/call-log";
import type { CallPlan, RingOutcome } from "../../policy/office/call-plan";
import type { ChallengeStep } from "../../policy/strikes";
import { parseCaller } from "../../telephony/caller";
import { parseCallSid } from "../../telephony/sids";
import { countChallenge } from "../count-challenge";
import { inTime } from "../in-time";
import { noteCall } from "../note-call";
import { lineOf, loggedCaller } from "../parties";
import type { CallWiring } from "../wiring";
import { settleCallback } from "./callback-settle";

/** How a call's ringing ended; seconds are undefined when they are not known. */
export interface EndOfRinging {
  readonly plan: CallPlan;
  readonly from: string;
  readonly outcome: RingOutcome;
  readonly waited: number | undefined;
  readonly talked: number | undefined;
}

const NOTING_MS = 2000;

/**
 * Writes how the ringing ended into the call's row, what became of a stranger's name into the graylist, and that a caller
 * who got through waits for no call-back any more. Never throws, and keeps nobody waiting for long.
 */
export async function noteRungCall(wiring: CallWiring, end: EndOfRinging): Promise<void> {
  const noting = [writeRow(wiring, end), countName(wiring, end), settleCallback(wiring, end)];
  await inTime(NOTING_MS, Promise.all(noting));
}

/** What nothing later changes. All others may still leave a message. */
const DECIDED: Readonly<Partial<Record<RingOutcome, Disposition>>> = {
  answered: "connected",
  blocked: "rejected",
};

async function writeRow(wiring: CallWiring, end: EndOfRinging): Promise<void> {
  const { plan, outcome, waited, talked } = end;
  await noteCall(wiring, plan.callSid, {
    from: loggedCaller(parseCaller(end.from, wiring.policy().country)),
    to: plan.line,
    at: wiring.now().toISOString(),
    ...(plan.kind === "department" ? { department: plan.department } : {}),
    ...(waited === undefined ? {} : { waitSeconds: waited }),
    ...(talked === undefined ? {} : { talkSeconds: talked }),
    disposition: DECIDED[outcome] ?? "abandoned",
  });
}

/** Screening has counted that a stranger was asked for a name. Who gave one has answered; who was taken has passed. */
const STEPS: Readonly<Partial<Record<RingOutcome, ChallengeStep>>> = {
  answered: "right",
  unanswered: "heard",
  voicemail: "heard",
  blocked: "heard",
};

async function countName(wiring: CallWiring, { plan, from, outcome }: EndOfRinging): Promise<void> {
  const policy = wiring.policy();
  const callSid = parseCallSid(plan.callSid);
  const line = lineOf(policy, plan.line);
  const step = STEPS[outcome];
  if (plan.kind !== "name" || step === undefined || line === undefined || callSid === undefined) return;
  await countChallenge(wiring, { callSid, line, caller: parseCaller(from, policy.country), step });
}
