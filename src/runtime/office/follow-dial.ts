import type { RingOutcome } from "../../policy/office/call-plan";
import { spentTaken, spentWaiting } from "../../policy/office/dial-end";
import { type Following, followStep, secondsRung } from "../../policy/office/follow-step";
import { mayRing, type RingTarget, ringTargetOf } from "../../policy/office/ring-target";
import { openRingTicket, type RingTicket } from "../../policy/office/ring-ticket";
import type { OfficeNote } from "../../store/parse-office-note";
import type { OfficeDialed } from "../../telephony/read-office-dialed";
import type { CallWiring } from "../wiring";
import { backToFlow, backUnrung } from "./back-to-flow";
import { offerCallback } from "./callback-offer";
import { noteRungCall } from "./note-rung-call";
import { readOfficeDoor } from "./read-office-door";
import { ringStep } from "./ring-step";
import { readDecision } from "./whisper-notes";
import { whoPickedUp } from "./who-picked-up";

/** A step of the ringing that is over. */
interface EndedStep {
  readonly dialed: OfficeDialed;
  readonly ticket: RingTicket;
  readonly target: RingTarget;
  /** When, in epoch milliseconds. */
  readonly ended: number;
}

/**
 * TwiML that follows a step of the ringing: back into the flow once somebody has taken the call or decided about it, else
 * the telephones that are left.
 */
export async function followDial(wiring: CallWiring, dialed: OfficeDialed): Promise<string> {
  const { callSid, flowSid } = dialed;
  const secret = wiring.environment("LINK_SECRET");
  const ticket = secret === undefined ? undefined : openRingTicket(secret, dialed.step, callSid);
  const target = ticket && ringTargetOf(wiring.policy(), ticket.plan);
  if (secret === undefined || ticket === undefined || target === undefined) {
    wiring.log("office-not-followed", { callSid, why: "no step of this call" });
    return backUnrung(wiring, flowSid, dialed.isBridged === true ? "answered" : "unanswered");
  }
  const step = { dialed, ticket, target, ended: wiring.now().getTime() };
  const { following, note } = await follow(wiring, step);
  if ("outcome" in following) return finish(wiring, step, { outcome: following.outcome, note });
  const { ringing } = following;
  const next = { ...ticket, at: step.ended, ringing };
  wiring.log("office-rings-on", { callSid, step: ringing.step, phones: ringing.now.length });
  return ringStep(wiring, { ticket: next, target, flowSid, secret, holds: false });
}

async function follow(
  wiring: CallWiring,
  { dialed, ticket, target, ended }: EndedStep,
): Promise<{ readonly following: Following; readonly note: OfficeNote | undefined }> {
  const { plan, ringing, at } = ticket;
  const asks = target.whispers;
  const goesOn = dialed.isOnLine && dialed.isBridged !== true;
  const [note, pickedUp, door] = await Promise.all([
    asks ? readDecision(wiring, ticket) : undefined,
    asks && goesOn ? whoPickedUp(wiring, ringing, dialed) : undefined,
    goesOn ? readOfficeDoor(wiring, dialed.callSid) : undefined,
  ]);
  const following = followStep(ringing, {
    dial: dialed,
    isOnLine: dialed.isOnLine,
    asks,
    decision: note?.decision,
    isOpen: door === undefined || mayRing(plan, target, door),
    pickedUp,
    secondsRung: secondsRung(at, ended, dialed),
  });
  return { following, note };
}

/** Twilio passes over what it is told about a caller who has hung up, so the flow hears no more: what follows is done here. */
async function finish(
  wiring: CallWiring,
  { dialed, ticket, ended }: EndedStep,
  { outcome, note }: { readonly outcome: RingOutcome; readonly note: OfficeNote | undefined },
): Promise<string> {
  const { plan, from, began } = ticket;
  const takenAt = note === undefined ? undefined : Date.parse(note.at);
  const spent =
    outcome === "answered" ? spentTaken({ began, ended, takenAt }, dialed) : spentWaiting({ began, ended });
  wiring.log("office-rang", { callSid: plan.callSid, outcome, ...spent });
  if (!dialed.isOnLine) {
    await noteRungCall(wiring, { plan, from, outcome, ...spent });
    if (plan.kind === "department" && outcome === "answered") await offerCallback(wiring, plan.department);
  }
  return backToFlow(wiring, dialed.flowSid, { outcome, ...spent });
}
