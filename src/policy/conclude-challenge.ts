import type { Caller } from "../telephony/caller";
import type { Judgement } from "./judge-answer";
import type { Line } from "./line";
import { loopOf } from "./ring";
import { isLockedByFailures } from "./strikes";

/** What a judged answer leads to: the words for the caller and where the flow goes on. */
export type ChallengeResult = "right" | "retry" | "failed" | "locked" | "unanswered";
export type ChallengeNext = "ring" | "household" | "voicemail" | "end";

/** The end of a challenge, as the flow reads it. */
export interface Conclusion {
  readonly result: ChallengeResult;
  readonly say: string;
  readonly next: ChallengeNext;
}

/** What a conclusion depends on. `failed`: wrong answers in a row, this one included. */
export interface JudgedAnswer {
  readonly judgement: Judgement;
  readonly failed: number;
  readonly line: Line;
  readonly caller: Caller;
}

/** Whether the caller is asked again within this call. */
export function mayRetry(judgement: Judgement, attempt: number, { challenge }: Line): boolean {
  return judgement === "wrong" && attempt < challenge.attempts;
}

/** The end of a challenge that is not asked again. */
export function concludeChallenge({ judgement, failed, line, caller }: JudgedAnswer): Conclusion {
  const { challenge, strikes } = line;
  switch (judgement) {
    case "right":
      return conclusion("right", "", passLeadsTo(line, caller));
    case "none":
      return conclusion("unanswered", "", challenge.onSilence);
    case "wrong":
      return isLockedByFailures(failed, strikes)
        ? conclusion("locked", challenge.locked, strikes.then === "voicemail" ? "voicemail" : "end")
        : conclusion("failed", challenge.failed, challenge.onFail);
  }
}

/** What a caller reaches with the right digits: never a telephone whose ringing would go round in circles. */
export function passLeadsTo(line: Line, caller: Caller): "ring" | "household" | "voicemail" {
  const { to } = line.ring;
  if (line.challenge.onPass !== "ring") return "voicemail";
  if (to === "home") return "household";
  return loopOf(to, line, caller) === undefined ? "ring" : "voicemail";
}

function conclusion(result: ChallengeResult, say: string, next: ChallengeNext): Conclusion {
  return { result, say, next };
}
