import type { DialCallStatus } from "../telephony/dial-call-status";
import type { HomeOutcome } from "../telephony/home-outcome";
import type { RingOutcome } from "./office/call-plan";

/**
 * How a call ended; `abandoned`: the caller hung up first. The later in this list, the surer: the steps of a call may be
 * noted in any order, or twice, and a surer one is never overwritten by a less sure.
 */
export const DISPOSITIONS = [
  "abandoned",
  "error",
  "unanswered-challenge",
  "menu-exhausted",
  "failed-challenge",
  "message",
  "rejected",
  "connected",
  "voicemail",
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** A row of the `calls` map; `from` is "withheld" for who withholds the number. `at` is an ISO 8601 instant. */
export interface CallRow {
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly verdict?: string;
  readonly rule?: string;
  readonly reason?: string;
  readonly trace?: readonly string[];
  readonly disposition?: Disposition;
  /** The department that the caller asked for, how long he waited for it and talked with it, and how he was served (1 to 5). */
  readonly department?: string;
  readonly waitSeconds?: number;
  readonly talkSeconds?: number;
  readonly rating?: number;
}

type Data = Readonly<Record<string, unknown>>;

/**
 * A call's row with what a step of the call found: what is there stays, the owner's own edits too, but for a less sure
 * disposition. The very same row when there is nothing new.
 */
export function mergeCallRow(current: Data | undefined, news: CallRow): Data {
  if (current === undefined) return { ...news };
  const disposition = surerDisposition(parseDisposition(current), news.disposition);
  const row = { ...news, ...current, ...(disposition === undefined ? {} : { disposition }) };
  const isNews =
    Object.keys(row).length > Object.keys(current).length || row.disposition !== current.disposition;
  return isNews ? row : current;
}

/** The surer of what a row says and what a step of the call found. */
export function surerDisposition(
  current: Disposition | undefined,
  news: Disposition | undefined,
): Disposition | undefined {
  const rank = (disposition: Disposition | undefined) =>
    disposition === undefined ? -1 : DISPOSITIONS.indexOf(disposition);
  return rank(news) > rank(current) ? news : current;
}

function parseDisposition({ disposition }: Data): Disposition | undefined {
  return DISPOSITIONS.find((name) => name === disposition);
}

/** What the flow knows of a call when it ends. */
export interface EndOfCall {
  /** What `screen` answered; undefined when it did not. */
  readonly action: string | undefined;
  readonly challengeResult: string | undefined;
  readonly dialCallStatus: DialCallStatus | undefined;
  readonly homeOutcome: HomeOutcome | undefined;
  readonly primaryDialCallStatus: DialCallStatus | undefined;
  /** How ringing a department, or a telephone that is told who calls, ended; undefined when none was rung. */
  readonly officeOutcome: RingOutcome | undefined;
  /** How the office's menu went on after the last choice, such as `end`. */
  readonly officeNext: string | undefined;
  /** How telling what numbers spell went on after the last answer. */
  readonly vanityNext: string | undefined;
  /** The caller could not choose from the menu. */
  readonly menuExhausted: boolean;
  /** The owner has given the PIN, and had the menu. */
  readonly hadOwnerMenu: boolean;
  readonly recordingSid: string | undefined;
  /** The caller hung up at the tone. */
  readonly leftNothing: boolean;
  /** Nothing is in the recording, whoever ended it. */
  readonly saidNothing: boolean;
}

/** The disposition of a call from what the flow knows of its end. */
export function dispositionOf(end: EndOfCall): Disposition {
  const { action, challengeResult, leftNothing } = end;
  if (wasConnected(end)) return "connected";
  if (wasRecorded(end)) return "voicemail";
  if (challengeResult === "failed" || challengeResult === "locked") return "failed-challenge";
  if (end.officeOutcome === "blocked") return "rejected";
  if (end.menuExhausted) return "menu-exhausted";
  if (leftNothing) return "abandoned";
  if (wasSilent(end)) return "unanswered-challenge";
  if (action === "reject") return "rejected";
  if (action === "message" || isServedOwner(end) || wasTold(end)) return "message";
  return action === undefined ? "error" : "abandoned";
}

function wasConnected(end: EndOfCall): boolean {
  const { dialCallStatus, primaryDialCallStatus, homeOutcome, officeOutcome } = end;
  const isTalk = (status: DialCallStatus | undefined) => status === "completed" || status === "answered";
  const isAnswered = homeOutcome === "answered" || officeOutcome === "answered";
  return isTalk(dialCallStatus) || isTalk(primaryDialCallStatus) || isAnswered;
}

/** Who could not choose and then says nothing has left no message; silence after any other greeting is the owner's to judge. */
function wasRecorded({ recordingSid, leftNothing, saidNothing, menuExhausted }: EndOfCall): boolean {
  return recordingSid !== undefined && !leftNothing && !(menuExhausted && saidNothing);
}

/** A stranger who was asked for digits, or for a name, gave none. */
function wasSilent({ action, challengeResult, officeOutcome }: EndOfCall): boolean {
  return (action === "challenge" && challengeResult !== "right") || officeOutcome === "silent";
}

/** The menu said a sentence, or played one, or there was no more to tell of a number, and that was all. */
function wasTold({ officeNext, vanityNext }: EndOfCall): boolean {
  return officeNext === "end" || officeNext === "play" || vanityNext === "end";
}

/** An owner who never asked for the phone has heard sentences only. */
function isServedOwner({ hadOwnerMenu, homeOutcome }: EndOfCall): boolean {
  return hadOwnerMenu && homeOutcome === undefined;
}
