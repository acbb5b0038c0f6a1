import type { CallRow, CallStatus } from "../account";
import { callParameters } from "./call-parameters";
import { rfc2822, sendCallback } from "./callback";
import { callerIdOf, checkCallerId, isNumber, normalizeNumber } from "./caller-id";
import { endRow, type Leg } from "./leg";
import type { Callee } from "./party";
import { TwimlError } from "./twiml-error";
import type { DialedNumber, NumberEvent } from "./verbs/parse-dial";

/** A dialled leg. */
export interface ChildCall {
  readonly row: CallRow;
  readonly dialed: DialedNumber;
  readonly callee: Callee;
  /** How many of its events have happened. */
  eventCount: number;
}

/** Starts to dial a number: the child call rings, or has failed already. */
export function startChild(leg: Leg, dialed: DialedNumber, callerId: string | undefined): ChildCall {
  const to = normalizeNumber(dialed.number);
  const row = createChildRow(leg, callerIdOf(leg, callerId), to);
  const problem = isNumber(to) ? checkCallerId(leg, row.from) : noSuchNumber(dialed);
  const callee: Callee = problem === undefined ? leg.call.callees(to) : { does: "failed" };
  const child: ChildCall = { row, dialed, callee, eventCount: 0 };
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
 * Tells the number's status callback of an event, if it subscribes to it. Twilio does not wait for the reply.
 * @see https://www.twilio.com/docs/voice/twiml/number#attributes-status-callback
 */
function noteEvent(leg: Leg, child: ChildCall, event: NumberEvent): void {
  const { statusCallback: url, statusCallbackMethod: method, statusCallbackEvents } = child.dialed;
  const sequence = child.eventCount;
  child.eventCount += 1;
  if (url === undefined || !statusCallbackEvents.includes(event)) return;
  const parameters = {
    ...callParameters(leg.world.account, child.row),
    CallbackSource: "call-progress-events",
    SequenceNumber: String(sequence),
    Timestamp: rfc2822(leg.world.clock.now()),
    ...(event === "completed" ? durationParameters(child.row) : {}),
  };
  leg.background.add(sendCallback({ ...leg }, { url, method, parameters }));
}

/** `Duration` is in begun minutes, `CallDuration` in seconds. */
export function durationParameters({ duration = 0 }: CallRow): Record<string, string> {
  return { Duration: String(Math.ceil(duration / 60)), CallDuration: String(duration) };
}
