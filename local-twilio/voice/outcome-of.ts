import type { CallOutcome } from "./call-outcome";
import type { Leg } from "./leg";

/** How a leg went that is over. */
export function outcomeOf(leg: Leg): CallOutcome {
  const { row, log } = leg;
  return {
    callSid: row.sid,
    from: row.from,
    to: row.to,
    answered: row.startTime !== undefined,
    status: row.status,
    heard: log.heard,
    pressed: log.pressed,
    dialed: log.dialed,
    called: log.called,
    recordings: log.recordings,
    hungUpBy: hungUpBy(leg),
    ...(leg.rejected === undefined ? {} : { rejected: leg.rejected }),
    applicationError: leg.applicationError,
    errors: log.errors,
    events: log.events,
    afterwards: leg.background.settled(),
  };
}

/** Who ended a call, as its outcome says it. */
export function hungUpBy({ row, callerHungUp, calleeHungUp }: Leg): CallOutcome["hungUpBy"] {
  if (callerHungUp) return "caller";
  if (row.startTime === undefined) return "none";
  return calleeHungUp ? "callee" : "twilio";
}
