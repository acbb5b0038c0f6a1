import { attend } from "../attend";
import { answerChild, type ChildCall, endChild, isRinging, startChild } from "../child-call";
import { answer, type Leg } from "../leg";
import { SECONDS_TO_ANSWER } from "../party";
import { converse } from "./converse";
import type { Dial } from "./parse-dial";
import type { Dialed } from "./parse-dialed";
import { whisper } from "./whisper";

/** Of several phones that nobody answered, the status that says most. */
const UNANSWERED = ["no-answer", "busy", "failed"] as const;

/** How a Dial ended. `status` is its DialCallStatus. */
export interface DialResult {
  readonly status: "completed" | "canceled" | (typeof UNANSWERED)[number];
  readonly child: ChildCall | undefined;
  readonly bridged: boolean;
  readonly hungUp: boolean;
}

/** Rings phones at once; the first to pick up is connected and the others are canceled. */
export async function ringPhones(leg: Leg, dial: Dial, phones: readonly Dialed[]): Promise<DialResult> {
  const children: ChildCall[] = [];
  for (const phone of phones) children.push(await startChild(leg, phone, dial.callerId));
  const winner = firstToAnswer(children, dial.timeout);
  if (!(await hearRinging(leg, children, winner === undefined ? dial.timeout : secondsToAnswer(winner)))) {
    endRinging(leg, children, "canceled");
    return { status: "canceled", child: children[0], bridged: false, hungUp: true };
  }
  if (winner === undefined) return nobodyAnswered(leg, children);
  answerChild(leg, winner);
  endRinging(leg, children, "canceled");
  return connect(leg, dial, winner);
}

/** Connects the callee who has picked up, if the callee still wants to after the whisper. */
async function connect(leg: Leg, dial: Dial, child: ChildCall): Promise<DialResult> {
  const end = await whisper(leg, child);
  if (end === "connect") {
    answer(leg);
    return converse(leg, dial, child);
  }
  endChild(leg, child, "completed");
  const hungUp = end === "hungUp";
  return { status: hungUp ? "canceled" : "no-answer", child, bridged: false, hungUp };
}

function firstToAnswer(children: readonly ChildCall[], timeout: number): ChildCall | undefined {
  const [first] = children
    .filter((child) => secondsToAnswer(child) <= timeout)
    .sort((a, b) => secondsToAnswer(a) - secondsToAnswer(b));
  return first;
}

/** Seconds that a phone rings until somebody answers. */
function secondsToAnswer({ callee }: ChildCall): number {
  return callee.does === "answers" ? (callee.after ?? SECONDS_TO_ANSWER) : Number.POSITIVE_INFINITY;
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
  return { status, child, bridged: false, hungUp: false };
}

function endRinging(leg: Leg, children: readonly ChildCall[], status: "canceled" | "no-answer"): void {
  for (const child of children.filter(isRinging)) endChild(leg, child, status);
}
