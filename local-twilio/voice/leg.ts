import type { CallRow } from "../account";
import { Background } from "./background";
import { CallLog } from "./call-log";
import type { DocumentRequest, WebhookMethod } from "./document-request";
import type { Party } from "./party";
import { type Progress, type StatusCallback, startProgress } from "./status-callback";
import type { RingCallee } from "./switchboard";
import type { VoiceWorld } from "./voice-world";

/**
 * A call is cut off after four hours, which also ends documents that would loop for ever.
 * @see https://www.twilio.com/docs/voice/api/call-resource (TimeLimit: "Defaults to 14400")
 */
export const LONGEST_CALL_SECONDS = 14_400;

/**
 * One leg: a call that local Twilio lives through with a party of its own. What differs between kinds of legs stands in
 * its LegSetup: a call to a number (receive-call.ts), a call from a SIP phone, a leg placed by REST (place-call.ts), the
 * callee's side of a `<Number url>`.
 *
 * How to live through one: `createLeg`, then `runDocuments` with its first document (or `liveThrough`, which also ends
 * it and tells the outcome), at last `closeLeg`. Two legs talk by `talkTogether` (talk.ts). A leg is ended from outside
 * by `endLeg`: what it waits for is over at once and its verbs see a hang-up, `callerHungUp` stays false. `redirectLeg`
 * (redirect-leg.ts) does the same, but `runDocuments` then goes on with another document.
 */
export interface Leg {
  readonly world: VoiceWorld;
  readonly row: CallRow;
  readonly party: Party;
  readonly callees: RingCallee;
  /** Sent with every request for a document. */
  readonly parameters: Readonly<Record<string, string>>;
  fallback: FallbackUrl | undefined;
  /** Seconds that the call may last. */
  readonly timeLimit: number;
  readonly progress: Progress;
  readonly log: CallLog;
  readonly background: Background;
  /** Aborts when the leg is ended from outside, or led to another document: then a new one takes its place. */
  ending: AbortController;
  /** The document that the leg is led to from outside, as soon as what it does is over. */
  redirect?: DocumentRequest | undefined;
  /** Told of whatever the party says: recordings. */
  readonly ears: Set<(text: string) => void>;
  /** Run when the leg is over. */
  readonly closers: Set<() => void>;
  /** URL of the document that is being executed. */
  documentUrl: string;
  /** The last conversation ended because the callee hung up, and nothing has been heard since. */
  calleeHungUp: boolean;
  /** The leg's own party hung up. */
  callerHungUp: boolean;
  rejected?: "rejected" | "busy";
  /** What a leg that was ended from outside before it was answered ends as. */
  endedAs?: "canceled" | "completed";
  /** What a SIP phone answered that was dialled and failed. */
  sipCode?: number;
  applicationError: boolean;
}

/** Where a document is asked when the one that was wanted cannot be had. */
export interface FallbackUrl {
  readonly url: string;
  readonly method: WebhookMethod;
}

/** What a leg is made from. */
export interface LegSetup {
  readonly row: CallRow;
  readonly party: Party;
  /** What the phone with this number, or at this foreign SIP address, does when the leg dials it. */
  readonly callees: RingCallee;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** What relative URLs belong to before the first document. */
  readonly documentUrl: string;
  readonly fallback?: FallbackUrl | undefined;
  readonly statusCallback?: StatusCallback | undefined;
  readonly timeLimit?: number | undefined;
}

/** A new leg, already among the account's calls and those of the switchboard. */
export function createLeg(setup: LegSetup, world: VoiceWorld): Leg {
  const { row, party, callees, parameters = {}, documentUrl, fallback, statusCallback } = setup;
  const leg: Leg = {
    ...{ world, row, party, callees, parameters, documentUrl, fallback },
    timeLimit: setup.timeLimit ?? LONGEST_CALL_SECONDS,
    progress: startProgress(statusCallback),
    log: new CallLog(() => world.clock.now()),
    background: new Background(),
    ending: new AbortController(),
    ears: new Set(),
    closers: new Set(),
    calleeHungUp: false,
    callerHungUp: false,
    applicationError: false,
  };
  world.account.calls.set(row.sid, row);
  world.switchboard.legs.set(row.sid, leg);
  return leg;
}

/** Picks up a call that still rings. Billing starts here. */
export function answer(leg: Leg): void {
  if (leg.row.status !== "ringing") return;
  leg.row.status = "in-progress";
  leg.row.startTime = leg.world.clock.now();
  leg.log.note("answered", "the call is answered");
}

/** Ends a leg from outside. `as`: its status if it was not answered yet. One that is over already stays as it is. */
export function endLeg(leg: Leg, as: NonNullable<Leg["endedAs"]> = "completed"): void {
  if (leg.endedAs !== undefined) return;
  leg.endedAs = as;
  leg.ending.abort();
}

/** Whether what the leg does was cut short from outside: it was ended, or led to another document. */
export function isEnded({ ending }: Leg): boolean {
  return ending.signal.aborted;
}

/** The leg is over: its row says so, and nothing can be done with it any more. */
export function closeLeg(leg: Leg, status: CallRow["status"]): void {
  endRow(leg.row, status, leg.world.clock.now());
  leg.world.switchboard.legs.delete(leg.row.sid);
  for (const close of leg.closers) close();
}

/** Marks the row of a call as over. Without a start it was never answered and lasted no time. */
export function endRow(row: CallRow, status: CallRow["status"], now: number): void {
  row.status = status;
  row.endTime = now;
  row.duration = row.startTime === undefined ? 0 : Math.round((now - row.startTime) / 1000);
}

/** Waits simulated seconds, whatever becomes of the leg. */
export function wait(leg: Leg, seconds: number): Promise<void> {
  return leg.world.clock.sleep(Math.round(seconds * 1000));
}

/** Waits simulated seconds, or until the signal cuts that short; gives the seconds that have passed. */
export async function pass(leg: Leg, seconds: number, cut: AbortSignal = leg.ending.signal): Promise<number> {
  const { clock } = leg.world;
  const started = clock.now();
  await clock.sleep(Math.round(seconds * 1000), cut);
  return cut.aborted ? Math.min(seconds, (clock.now() - started) / 1000) : seconds;
}
