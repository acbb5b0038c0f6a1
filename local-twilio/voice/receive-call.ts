import type { CallStatus } from "../account";
import type { NumberRow } from "../number-row";
import type { CallOutcome } from "./call-outcome";
import { callParameters } from "./call-parameters";
import { rfc2822, sendCallback } from "./callback";
import { durationParameters } from "./child-call";
import type { Next } from "./document-request";
import { requestDocument } from "./fetch-document";
import { createLeg, endRow, type Leg } from "./leg";
import { runDocuments } from "./run-documents";
import { NOT_SUPPORTED } from "./twiml-error";
import type { IncomingCall, VoiceWorld } from "./voice-world";

/**
 * Lets a call come in and lives through it: the number's voice webhook is asked for TwiML, which is executed on the
 * simulated clock. Resolves when the call has ended and the status callback has been made; `afterwards` settles when
 * the recording and transcription callbacks have been made too. Never await it inside `clock.hold()`.
 * @see https://www.twilio.com/docs/voice/twiml
 * @throws RangeError when the account has no number `to`
 */
export async function receiveCall(call: IncomingCall, world: VoiceWorld): Promise<CallOutcome> {
  const leg = createLeg(call, world);
  const problem = problemOf(leg.number);
  if (problem !== undefined) return failAtOnce(leg, problem);
  const { voiceUrl: url, voiceMethod: method } = leg.number;
  const end = await runDocuments(leg, { url, method, parameters: {} });
  await endCall(leg, end);
  return outcomeOf(leg);
}

/** Why a call cannot be taken, `refused` when only local Twilio cannot. */
interface Problem {
  readonly text: string;
  readonly refused: boolean;
}

/**
 * "The `voice_url` will not be used if a `voice_application_sid` or a `trunk_sid` is set."
 * @see https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
function problemOf({
  trunkSid,
  voiceApplicationSid,
  voiceReceiveMode,
  voiceUrl,
}: NumberRow): Problem | undefined {
  const handler =
    (trunkSid && `the trunk ${trunkSid}`) ??
    (voiceApplicationSid && `the application ${voiceApplicationSid}`) ??
    (voiceReceiveMode === "fax" ? "a fax machine" : undefined);
  if (handler !== undefined)
    return { text: `Local Twilio does not support the number's calls going to ${handler}`, refused: true };
  return voiceUrl === "" ? { text: "the number has no voice URL", refused: false } : undefined;
}

/** A number without a voice URL fails at once, before anything is billed. */
function failAtOnce(leg: Leg, { text, refused }: Problem): CallOutcome {
  if (refused) leg.log.fail(NOT_SUPPORTED, text);
  endRow(leg.row, "failed", leg.world.clock.now());
  leg.log.note("ended", text);
  return outcomeOf(leg);
}

async function endCall(leg: Leg, { report }: Extract<Next, { kind: "end" }>): Promise<void> {
  endRow(leg.row, finalStatus(leg), leg.world.clock.now());
  leg.log.note("ended", `${leg.row.status}, hung up by ${hungUpBy(leg)}`);
  if (report !== undefined) await requestDocument(leg, report);
  await reportStatus(leg);
}

/** @see https://www.twilio.com/docs/voice/twiml/reject#attributes-reason (busy, or no-answer) */
function finalStatus({ row, rejected, callerHungUp }: Leg): CallStatus {
  if (rejected !== undefined) return rejected === "busy" ? "busy" : "no-answer";
  return row.status === "ringing" && callerHungUp ? "canceled" : "completed";
}

function hungUpBy({ row, callerHungUp, calleeHungUp }: Leg): CallOutcome["hungUpBy"] {
  if (callerHungUp) return "caller";
  if (row.startTime === undefined) return "none";
  return calleeHungUp ? "callee" : "twilio";
}

/** @see https://www.twilio.com/docs/voice/api/call-resource#statuscallback */
async function reportStatus(leg: Leg): Promise<void> {
  const { statusCallback: url, statusCallbackMethod: method } = leg.number;
  if (url === "") return;
  const parameters = {
    ...callParameters(leg.world.account, leg.row),
    ...durationParameters(leg.row),
    CallbackSource: "call-progress-events",
    SequenceNumber: "0",
    Timestamp: rfc2822(leg.world.clock.now()),
  };
  await sendCallback(leg, { url, method, parameters });
}

function outcomeOf(leg: Leg): CallOutcome {
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
    recordings: log.recordings,
    hungUpBy: hungUpBy(leg),
    ...(leg.rejected === undefined ? {} : { rejected: leg.rejected }),
    applicationError: leg.applicationError,
    errors: log.errors,
    events: log.events,
    afterwards: leg.background.settled(),
  };
}
