import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import { type Meeting, meetingOf } from "./meeting";

/** How many calls are kept: a long run must not grow without end. */
const KEPT = 1000;

/** Remembers the calls that were in conferences, so that it can be told who met whom. */
export interface CallRegister {
  keep(outcome: CallOutcome): void;
  meetingOf(outcome: CallOutcome): Meeting;
}

/** A register of the calls that local Twilio receives; those that REST placed it remembers itself. */
export function openCallRegister({ account, switchboard }: LocalTwilio): CallRegister {
  const kept: CallOutcome[] = [];
  const timed = (isPlaced: boolean) => (outcome: CallOutcome) => {
    const began = account.calls.get(outcome.callSid)?.dateCreated ?? 0;
    return { outcome, began, isPlaced };
  };
  return {
    keep(outcome) {
      if (!outcome.events.some(({ kind }) => kind === "joined")) return;
      kept.push(outcome);
      if (kept.length > KEPT) kept.shift();
    },
    meetingOf: ({ callSid }) =>
      meetingOf(callSid, [...kept.map(timed(false)), ...switchboard.outcomes.map(timed(true))]),
  };
}
