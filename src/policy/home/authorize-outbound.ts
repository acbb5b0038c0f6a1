import type { E164 } from "../../telephony/e164";
import type { Authorization, OutboundCall, Ruling } from "./outbound-call";
import { OUTBOUND_CHECKS } from "./outbound-checks";

/** Four hours: what Twilio allows a call at most. @see https://www.twilio.com/docs/voice/twiml/dial#timelimit */
const LONGEST_CALL_SECONDS = 14_400;

/** What becomes of a call that the home's phone wants to place. A call for help is connected, whoever makes it and whatever holds. */
export function authorizeOutbound(call: OutboundCall): Authorization {
  const { destination, identity } = call;
  if (destination.kind === "emergency")
    return ruled([], "emergency", {
      action: "connect",
      to: destination.dial,
      timeLimit: LONGEST_CALL_SECONDS,
      reason: "calls for help",
    });
  if (identity === "other")
    return ruled([], "identity", {
      action: "refuse",
      why: "stranger",
      reason: "another user of the SIP domain than the home's phone",
    });
  const trace = [`identity: ${IDENTITIES[identity]}`];
  if (destination.kind === "number") return askChecks(call, destination.number, trace);
  const { kind } = destination;
  return ruled(trace, "number", { action: "refuse", why: kind, reason: REASONS[kind] });
}

const IDENTITIES = {
  phone: "the home's phone",
  unsaid: "not told; the SIP domain lets only phones with a password call",
};

const REASONS = {
  short: "too short for a telephone number, or a code with * or #",
  unreadable: "no telephone number",
};

function askChecks(call: OutboundCall, number: E164, before: readonly string[]): Authorization {
  const trace = [...before];
  for (const { name, judge } of OUTBOUND_CHECKS) {
    const judged = judge(call, number);
    if (typeof judged !== "string") return ruled(trace, name, judged);
    trace.push(`${name}: ${judged}`);
  }
  throw new Error("Cannot authorize call: no check has ruled");
}

function ruled(before: readonly string[], name: string, ruling: Ruling): Authorization {
  return { ruling, trace: [...before, `${name}: ${ruling.reason}`] };
}
