import { attend, attendRest, pressKeys } from "../attend";
import { type ChildCall, endChild } from "../child-call";
import type { Leg } from "../leg";
import type { Dial } from "./parse-dial";
import type { DialResult } from "./ring-numbers";

/** How long a callee talks who says nothing about it. */
const CONVERSATION_SECONDS = 30;

/** Lets the parties talk until one hangs up, `timeLimit` is reached, or the caller presses `*` under `hangupOnStar`. */
export async function converse(leg: Leg, dial: Dial, child: ChildCall): Promise<DialResult> {
  const { callee } = child;
  const talk = (callee.does === "answers" ? callee.seconds : undefined) ?? CONVERSATION_SECONDS;
  const { seconds, end } = await talkFor(leg, dial, Math.min(talk, dial.timeLimit));
  endChild(leg, child, "completed");
  leg.calleeHungUp = end === "over" && talk <= dial.timeLimit;
  return { status: "completed", child, seconds, bridged: true, hungUp: end === "hungUp" };
}

interface Talk {
  readonly seconds: number;
  readonly end: "over" | "star" | "hungUp";
}

async function talkFor(leg: Leg, dial: Dial, limit: number): Promise<Talk> {
  const moment = { heard: { kind: "conversation", text: "conversation" }, awaits: "nothing" } as const;
  const wanted = dial.hangupOnStar ? (["press"] as const) : [];
  let passed = 0;
  while (passed < limit) {
    const rest = { ...moment, seconds: limit - passed };
    const act = await (passed === 0 ? attend : attendRest)(leg, rest, wanted);
    passed += act.at;
    if (act.does === "hangUp") return { seconds: passed, end: "hungUp" };
    if (act.does !== "press") break;
    passed += await pressKeys(leg, act.keys, (key) => key === "*");
    if (act.keys.includes("*")) return { seconds: passed, end: "star" };
  }
  return { seconds: passed, end: "over" };
}
