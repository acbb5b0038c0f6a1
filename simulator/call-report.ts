import type { FunctionEntry } from "../local-twilio/journal";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import { type Disposition, dispositionOf, type Observed } from "./disposition-of";
import type { Meeting } from "./meeting";
import {
  parseExhausted,
  parseNext,
  parseOutcome,
  parseResult,
  parseVerdict,
  type Verdict,
} from "./parse-reply";
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

/** The key by which whoever picks up blocks the caller. */
const BLOCK_KEY = "3";

/** Sums a call up. Nothing in it comes from what the product wrote down. */
export function reportCall({ outcome, functions, path, syncRequests, meeting }: Sightings): CallReport {
  const { callSid, from, to, answered, pressed, dialed, recordings } = outcome;
  const verdict = repliesOf(functions, "/incoming/screen").map(parseVerdict).at(-1) ?? null;
  const { phones, room } = meeting;
  return {
    callSid,
    from,
    to,
    disposition: dispositionOf(observe({ outcome, functions, meeting, action: verdict?.action })),
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

interface Evidence extends Pick<Sightings, "outcome" | "functions" | "meeting"> {
  readonly action: string | undefined;
}

/** What decides how a call is said to have ended. */
function observe({ outcome, functions, meeting: { talked }, action }: Evidence): Observed {
  const isRight = (path: string, result: string) => resultsOf(functions, path).includes(result);
  return {
    ...outcome,
    ...{ talked, action, messages: messagesOf(outcome) },
    rejected: outcome.rejected !== undefined,
    isOwner: isRight("/home/check-pin", "right"),
    isOutgoing: /^sips?:/i.test(outcome.to),
    isUndecided: functions.some(({ status }) => status >= 400),
    isTurnedAway: hasBlocked(outcome) && lastOutcome(functions) === "blocked",
    isExhausted: repliesOf(functions, "/office/choose").map(parseExhausted).at(-1) === true,
    isQueued: isRight("/office/callback-request", "queued"),
    results: resultsOf(functions, "/incoming/check-challenge"),
    spelled: repliesOf(functions, "/vanity/spell").flatMap((body) => parseNext(body) ?? []),
  };
}

/** What is pressed while Sync is down blocks nobody: then the call goes on. */
function hasBlocked(outcome: CallOutcome): boolean {
  return whispersOf(outcome).some(({ pressed }) => pressed.at(-1) === BLOCK_KEY);
}

function lastOutcome(functions: readonly FunctionEntry[]): string | undefined {
  return repliesOf(functions, "/office/result").map(parseOutcome).at(-1);
}

/** The messages that were left: what was recorded on the way to a phone is a name. */
function messagesOf({ events, recordings }: CallOutcome): CallOutcome["recordings"] {
  const told = events.filter(({ kind }) => kind === "requested" || kind === "recorded");
  const names = told.filter(
    ({ kind }, index) => kind === "recorded" && told[index - 1]?.text.includes("/office/connect"),
  );
  return recordings.slice(names.length);
}

function resultsOf(functions: readonly FunctionEntry[], path: string): string[] {
  return repliesOf(functions, path).flatMap((body) => parseResult(body) ?? []);
}

function repliesOf(functions: readonly FunctionEntry[], path: string): string[] {
  return functions.filter((entry) => entry.path === path && entry.status < 400).map(({ body }) => body);
}
