import type { FunctionEntry } from "../local-twilio/journal";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import { type Disposition, dispositionOf } from "./disposition-of";
import type { Meeting } from "./meeting";
import { parseResult, parseVerdict, type Verdict } from "./parse-reply";
import { type Whisper, whispersOf } from "./whispers-of";
import { wordsOf } from "./words-of";

/** One call as `npm run scenario -- --json` reports it. */
export interface CallReport {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  readonly disposition: Disposition;
  readonly answered: boolean;
  /** What `/incoming/screen` replied; null when it gave no verdict. */
  readonly verdict: Verdict | null;
  /** The widgets that the flow went through. */
  readonly path: readonly string[];
  /** Words that the caller heard, and URLs of what was played. */
  readonly heard: readonly string[];
  readonly pressed: readonly string[];
  readonly dialed: CallOutcome["dialed"];
  /** What callees heard before they were connected. */
  readonly whispered: readonly Whisper[];
  /** Phones that were rung into this call's conference, and how their calls ended. */
  readonly rang: readonly { readonly to: string; readonly from: string; readonly status: string }[];
  readonly room: Meeting["room"];
  /** What was heard on those phones, as `heard`. */
  readonly phoneHeard: readonly string[];
  readonly recordings: CallOutcome["recordings"];
  readonly functions: readonly { readonly path: string; readonly status: number; readonly ms: number }[];
  /** Sync requests before the first word, ring or reject. */
  readonly syncRequests: number;
}

/** What was seen of a call from the outside. */
export interface Sightings {
  readonly outcome: CallOutcome;
  /** The requests that were made to Functions on behalf of this call. */
  readonly functions: readonly FunctionEntry[];
  readonly path: readonly string[];
  readonly syncRequests: number;
  readonly meeting: Meeting;
}

/** Sums a call up. Nothing in it comes from what the product wrote down. */
export function reportCall({ outcome, functions, path, syncRequests, meeting }: Sightings): CallReport {
  const { callSid, from, to, answered, pressed, dialed, recordings } = outcome;
  const verdict = repliesOf(functions, "/incoming/screen").map(parseVerdict).at(-1) ?? null;
  const results = resultsOf(functions, "/incoming/check-challenge");
  const isOwner = resultsOf(functions, "/home/check-pin").includes("right");
  const { phones, room, talked } = meeting;
  const rejected = outcome.rejected !== undefined;
  const isOutgoing = /^sips?:/i.test(to);
  const isUndecided = functions.some(({ status }) => status >= 400);
  const observed = {
    ...outcome,
    rejected,
    talked,
    isOwner,
    isOutgoing,
    isUndecided,
    action: verdict?.action,
    results,
  };
  return {
    callSid,
    from,
    to,
    disposition: dispositionOf(observed),
    answered,
    verdict,
    path,
    heard: wordsOf(outcome),
    pressed,
    dialed,
    whispered: whispersOf(outcome),
    rang: phones.map(({ to, from, status }) => ({ to, from, status })),
    room,
    phoneHeard: phones.flatMap(wordsOf),
    recordings,
    functions: functions.map(({ path, status, ms }) => ({ path, status, ms })),
    syncRequests,
  };
}

function resultsOf(functions: readonly FunctionEntry[], path: string): string[] {
  return repliesOf(functions, path).flatMap((body) => parseResult(body) ?? []);
}

function repliesOf(functions: readonly FunctionEntry[], path: string): string[] {
  return functions.filter((entry) => entry.path === path && entry.status < 400).map(({ body }) => body);
}
