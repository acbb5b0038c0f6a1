import { attend } from "../attend";
import { answerChild, type ChildCall, endChild, isRinging, startChild } from "../child-call";
import { answer, type Leg } from "../leg";
import { SECONDS_TO_ANSWER } from "../party";
import { converse } from "./converse";
import type { Dial, DialedNumber } from "./parse-dial";

/** Of several numbers that nobody answered, the status that says most. */
const UNANSWERED = ["no-answer", "busy", "failed"] as const;

/** How a Dial ended. `status` is its DialCallStatus. */
export interface DialResult {
  readonly status: "completed" | "canceled" | (typeof UNANSWERED)[number];
  readonly child: ChildCall | undefined;
  /** How long the parties talked. */
  readonly seconds: number;
  readonly bridged: boolean;
  readonly hungUp: boolean;
}

/** Rings numbers at once; the first to answer is connected and the others are canceled. */
export async function ringNumbers(
  leg: Leg,
  dial: Dial,
  numbers: readonly DialedNumber[],
): Promise<DialResult> {
  const children = numbers.map((number) => startChild(leg, number, dial.callerId));
  const winner = dial.timeout < SECONDS_TO_ANSWER ? undefined : children.find(willAnswer);
  if (!(await hearRinging(leg, children, winner === undefined ? dial.timeout : SECONDS_TO_ANSWER))) {
    endRinging(leg, children, "canceled");
    return { status: "canceled", child: children[0], seconds: 0, bridged: false, hungUp: true };
  }
  if (winner === undefined) return nobodyAnswered(leg, children);
  answer(leg);
  answerChild(leg, winner);
  endRinging(leg, children, "canceled");
  return converse(leg, dial, winner);
}

function willAnswer({ callee }: ChildCall): boolean {
  return callee.does === "answers";
}

/** Whether the caller held on. When nobody rings there is nothing to wait for. */
async function hearRinging(leg: Leg, children: readonly ChildCall[], seconds: number): Promise<boolean> {
  if (!children.some(isRinging)) return true;
  const act = await attend(leg, { heard: { kind: "ringing", text: "ringing" }, seconds, awaits: "answer" });
  return act.does !== "hangUp";
}

function nobodyAnswered(leg: Leg, children: readonly ChildCall[]): DialResult {
  endRinging(leg, children, "no-answer");
  const status = UNANSWERED.find((each) => children.some(({ row }) => row.status === each)) ?? "failed";
  const child = children.find(({ row }) => row.status === status);
  return { status, child, seconds: 0, bridged: false, hungUp: false };
}

function endRinging(leg: Leg, children: readonly ChildCall[], status: "canceled" | "no-answer"): void {
  for (const child of children.filter(isRinging)) endChild(leg, child, status);
}
