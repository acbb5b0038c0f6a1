import type { CallRow, CallStatus } from "../account";
import { callerIdOf, checkCallerId, isNumber, normalizeNumber } from "./caller-id";
import { endRow, type Leg } from "./leg";
import type { Callee } from "./party";
import { type Progress, type ProgressEvent, reportProgress, startProgress } from "./status-callback";
import { TwimlError } from "./twiml-error";
import type { DialedNumber } from "./verbs/parse-dial";

/** A dialled leg. */
export interface ChildCall {
  readonly row: CallRow;
  readonly dialed: DialedNumber;
  readonly callee: Callee;
  readonly progress: Progress;
}

/** Starts to dial a number: the child call rings, or has failed already. */
export function startChild(leg: Leg, dialed: DialedNumber, callerId: string | undefined): ChildCall {
  const to = normalizeNumber(dialed.number);
  const row = createChildRow(leg, callerIdOf(leg, callerId), to);
  const problem = isNumber(to) ? checkCallerId(leg, row.from) : noSuchNumber(dialed);
  const callee: Callee = problem === undefined ? leg.callees(to) : { does: "failed" };
  const child: ChildCall = { row, dialed, callee, progress: startProgress(dialed.statusCallback) };
  noteEvent(leg, child, "initiated");
  if (problem !== undefined) leg.log.fail(problem.code, problem.message);
  if (callee.does === "failed" || callee.does === "busy") endChild(leg, child, callee.does);
  else noteRinging(leg, child);
  return child;
}

/** The callee picks up. */
export function answerChild(leg: Leg, child: ChildCall): void {
  child.row.status = "in-progress";
  child.row.startTime = leg.world.clock.now();
  leg.log.note("callee", `${child.row.to} answers`);
  noteEvent(leg, child, "answered");
}

/** The child call is over. */
export function endChild(leg: Leg, child: ChildCall, status: CallStatus): void {
  const { row } = child;
  endRow(row, status, leg.world.clock.now());
  leg.log.dialed.push({ to: row.to, callerId: row.from, status });
  leg.log.note("callee", `${row.to}: ${status}`);
  noteEvent(leg, child, "completed");
}

/** Whether a child call still rings. */
export function isRinging({ row }: ChildCall): boolean {
  return row.status === "ringing";
}

function noSuchNumber({ number }: DialedNumber): TwimlError {
  return new TwimlError(13224, `Dial: Invalid phone number ${JSON.stringify(number)}`);
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
function noteEvent(leg: Leg, { row, progress }: ChildCall, event: ProgressEvent): void {
  leg.background.add(reportProgress(leg, { row, progress }, event));
}
