import type { CallRow, CallStatus } from "../account";
import { callerIdOf } from "./caller-id";
import { addressOf, findCallee } from "./find-callee";
import { closeLeg, createLeg, endRow, type Leg } from "./leg";
import { outcomeOf } from "./outcome-of";
import type { Callee, Party } from "./party";
import { type Progress, type ProgressEvent, reportProgress, startProgress } from "./status-callback";
import { createTalker } from "./talker";
import type { Dialed } from "./verbs/parse-dialed";

/** A dialled call. */
export interface ChildCall {
  readonly row: CallRow;
  readonly dialed: Dialed;
  readonly callee: Callee;
  readonly progress: Progress;
  /** Aborts when the call is over. */
  readonly over: AbortController;
  /** The callee's side once answered, if somebody lives through it there. */
  leg?: Leg;
}

/** Starts to dial a phone: the child call rings, or has failed already. */
export async function startChild(leg: Leg, dialed: Dialed, callerId: string | undefined): Promise<ChildCall> {
  const row = createChildRow(leg, callerIdOf(leg, callerId), addressOf(dialed));
  const [progress, over] = [startProgress(dialed.statusCallback), new AbortController()];
  noteEvent(leg, { row, progress }, "initiated");
  const { sid: callSid, from, to } = row;
  const callee = await findCallee(leg, dialed, { callSid, from, to, over: over.signal });
  const child: ChildCall = { row, dialed, callee, progress, over };
  if (callee.does === "failed" || callee.does === "busy") endChild(leg, child, callee.does);
  else noteRinging(leg, child);
  return child;
}

/** The callee picks up. A leg of its own is made for a party, and for whom a whisper is meant. */
export function answerChild(leg: Leg, child: ChildCall): void {
  const { row, callee, dialed } = child;
  row.status = "in-progress";
  row.startTime = leg.world.clock.now();
  leg.log.note("callee", `${row.to} answers`);
  if (callee.does === "answers" && (callee.party ?? dialed.whisper) !== undefined)
    child.leg = createCalleeLeg(leg, child, callee.party ?? createTalker(callee.seconds));
  noteEvent(leg, child, "answered");
}

/** The child call is over. */
export function endChild(leg: Leg, child: ChildCall, status: CallStatus): void {
  const { row } = child;
  if (child.leg === undefined) endRow(row, status, leg.world.clock.now());
  else closeLeg(child.leg, status);
  leg.log.dialed.push({ to: row.to, callerId: row.from, status });
  child.leg?.log.note("ended", status);
  if (child.leg !== undefined) leg.log.called.push(outcomeOf(child.leg));
  leg.log.note("callee", `${row.to}: ${status}`);
  child.over.abort();
  noteEvent(leg, child, "completed");
}

function createCalleeLeg(leg: Leg, { row }: ChildCall, party: Party): Leg {
  const { documentUrl, callees, world } = leg;
  return createLeg({ row, party, documentUrl, callees }, world);
}

/** Whether a child call still rings. */
export function isRinging({ row }: ChildCall): boolean {
  return row.status === "ringing";
}

function noteRinging(leg: Leg, child: ChildCall): void {
  child.row.status = "ringing";
  leg.log.note("rang", `${child.row.to} rings`);
  noteEvent(leg, child, "ringing");
}

function createChildRow(leg: Leg, from: string, to: string): CallRow {
  const { account, sids, clock } = leg.world;
  const row: CallRow = {
    sid: sids("CA"),
    from,
    to,
    direction: "outbound-dial",
    dateCreated: clock.now(),
    parentCallSid: leg.row.sid,
    status: "initiated",
  };
  account.calls.set(row.sid, row);
  return row;
}

/**
 * Tells the number's status callback of an event. The Dial does not wait for the reply.
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback
 */
function noteEvent(
  leg: Leg,
  { row, progress }: Pick<ChildCall, "row" | "progress">,
  event: ProgressEvent,
): void {
  leg.background.add(reportProgress(leg, { row, progress }, event));
}
