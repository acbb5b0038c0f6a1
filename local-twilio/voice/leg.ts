import type { CallRow } from "../account";
import type { NumberRow } from "../number-row";
import { Background } from "./background";
import { CallLog } from "./call-log";
import type { IncomingCall, VoiceWorld } from "./voice-world";

/** The caller's leg: what the verbs act on. */
export interface Leg {
  readonly call: IncomingCall;
  readonly world: VoiceWorld;
  readonly number: NumberRow;
  readonly row: CallRow;
  readonly log: CallLog;
  readonly background: Background;
  /** URL of the document that is being executed. */
  documentUrl: string;
  /** The last conversation ended because the callee hung up, and nothing has been heard since. */
  calleeHungUp: boolean;
  callerHungUp: boolean;
  rejected?: "rejected" | "busy";
  applicationError: boolean;
}

/**
 * A new ringing leg, already among the account's calls.
 * @throws RangeError when the number is not the account's
 */
export function createLeg(call: IncomingCall, world: VoiceWorld): Leg {
  const number = world.account.numbers.get(call.to);
  if (number === undefined)
    throw new RangeError(`Cannot receive call: ${call.to} is not a number of this account`);
  const row = createRow(call, world);
  world.account.calls.set(row.sid, row);
  return {
    call,
    world,
    number,
    row,
    log: new CallLog(() => world.clock.now()),
    background: new Background(),
    documentUrl: number.voiceUrl,
    calleeHungUp: false,
    callerHungUp: false,
    applicationError: false,
  };
}

function createRow({ from, to, parameters = {} }: IncomingCall, { sids, clock }: VoiceWorld): CallRow {
  const { ForwardedFrom: forwardedFrom, CallerName: callerName } = parameters;
  return {
    sid: sids("CA"),
    from,
    to,
    direction: "inbound",
    dateCreated: clock.now(),
    status: "ringing",
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
    ...(callerName === undefined ? {} : { callerName }),
  };
}

/** Picks up a call that still rings. Billing starts here. */
export function answer(leg: Leg): void {
  if (leg.row.status !== "ringing") return;
  leg.row.status = "in-progress";
  leg.row.startTime = leg.world.clock.now();
  leg.log.note("answered", "the call is answered");
}

/** Marks the row of a call as over. Without a start it was never answered and lasted no time. */
export function endRow(row: CallRow, status: CallRow["status"], now: number): void {
  row.status = status;
  row.endTime = now;
  row.duration = row.startTime === undefined ? 0 : Math.round((now - row.startTime) / 1000);
}

/** Waits simulated seconds. */
export function wait(leg: Leg, seconds: number): Promise<void> {
  return leg.world.clock.sleep(Math.round(seconds * 1000));
}
