import type { RingOutcome } from "./call-plan";
import { type DialEnd, wasTaken } from "./dial-end";
import { type NotTaken, nextRinging, type Ringing } from "./ring-steps";
import type { WhisperDecision } from "./whisper-keys";

/** How one step of a call's ringing ended. */
export interface StepEnd extends NotTaken {
  readonly dial: DialEnd;
  /** Whether the caller is still there. */
  readonly isOnLine: boolean;
  /** Whether callees are asked, and what the one of this step decided; undefined: nothing, or nobody knows. */
  readonly asks: boolean;
  readonly decision: WhisperDecision | undefined;
  /** Whether more telephones may ring now. */
  readonly isOpen: boolean;
}

/** What follows a step: the ringing is over, or goes on. */
export type Following = { readonly outcome: RingOutcome } | { readonly ringing: Ringing };

/** Decides what follows a step of a call's ringing. */
export function followStep(ringing: Ringing, end: StepEnd): Following {
  const { dial, asks, decision } = end;
  const hasTaken = decision === "take" || decision === "allow";
  if (wasTaken(dial, { asks, hasTaken })) return { outcome: "answered" };
  if (!end.isOnLine) return { outcome: "gone" };
  if (decision === "voicemail") return { outcome: "voicemail" };
  if (decision === "block") return { outcome: "blocked" };
  const next = nextRinging(ringing, end);
  if (next === undefined) return { outcome: "unanswered" };
  return end.isOpen ? { ringing: next } : { outcome: "closed" };
}

/** How long telephones rang, in seconds: from the beginning of the step until one was picked up. */
export function secondsRung(began: number, ended: number, { seconds }: DialEnd): number {
  return Math.max(0, (ended - began) / 1000 - seconds);
}
