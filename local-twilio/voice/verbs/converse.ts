import { type ChildCall, endChild } from "../child-call";
import type { Leg } from "../leg";
import { talkFor } from "../talk";
import type { Dial } from "./parse-dial";
import type { DialResult } from "./ring-numbers";

/** How long a callee talks who says nothing about it. */
const CONVERSATION_SECONDS = 30;

/** Lets the parties talk until one hangs up, `timeLimit` is reached, or the caller presses `*` under `hangupOnStar`. */
export async function converse(leg: Leg, dial: Dial, child: ChildCall): Promise<DialResult> {
  const { callee } = child;
  const talk = (callee.does === "answers" ? callee.seconds : undefined) ?? CONVERSATION_SECONDS;
  const limit = Math.min(talk, dial.timeLimit);
  const { seconds, end } = await talkFor(leg, { limit, hangupOnStar: dial.hangupOnStar });
  endChild(leg, child, "completed");
  leg.calleeHungUp = end === "over" && talk <= dial.timeLimit;
  return { status: "completed", child, seconds, bridged: true, hungUp: end === "hungUp" };
}
