import { type ChildCall, endChild } from "../child-call";
import type { Leg } from "../leg";
import { type Talk, talkFor, talkTogether } from "../talk";
import { CONVERSATION_SECONDS } from "../talker";
import type { Dial } from "./parse-dial";
import type { DialResult } from "./ring-phones";

/** Lets the parties talk until one hangs up, `timeLimit` is reached, or the caller presses `*` under `hangupOnStar`. */
export async function converse(leg: Leg, dial: Dial, child: ChildCall): Promise<DialResult> {
  const { talk, calleeHungUp } =
    child.leg === undefined ? await talkAlone(leg, dial, child) : await talkLive(leg, dial, child.leg);
  endChild(leg, child, "completed");
  leg.calleeHungUp = calleeHungUp;
  return { status: "completed", child, bridged: true, hungUp: talk.end === "hungUp" };
}

interface Conversation {
  readonly talk: Talk;
  readonly calleeHungUp: boolean;
}

async function talkLive(leg: Leg, { timeLimit, hangupOnStar }: Dial, callee: Leg): Promise<Conversation> {
  const talk = await talkTogether(leg, callee, { limit: timeLimit, hangupOnStar });
  return { talk, calleeHungUp: talk.end === "interrupted" };
}

/** A callee of whom nothing is known but for how long they talk. */
async function talkAlone(leg: Leg, dial: Dial, { callee }: ChildCall): Promise<Conversation> {
  const seconds = (callee.does === "answers" ? callee.seconds : undefined) ?? CONVERSATION_SECONDS;
  const { timeLimit, hangupOnStar } = dial;
  const talk = await talkFor(leg, { limit: Math.min(seconds, timeLimit), hangupOnStar });
  return { talk, calleeHungUp: talk.end === "over" && seconds <= timeLimit };
}
