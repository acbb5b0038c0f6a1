import type { CallRow } from "../account";
import type { NumberRow } from "../number-row";
import type { CallOutcome } from "./call-outcome";
import type { WebhookMethod } from "./document-request";
import { closeLeg, createLeg, type Leg } from "./leg";
import { liveThrough } from "./live-through";
import { outcomeOf } from "./outcome-of";
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
  const number = world.account.numbers.get(call.to);
  if (number === undefined)
    throw new RangeError(`Cannot receive call: ${call.to} is not a number of this account`);
  const leg = createIncomingLeg(call, number, world);
  const problem = problemOf(number);
  if (problem !== undefined) return failAtOnce(leg, problem);
  const { voiceUrl: url, voiceMethod: method } = number;
  return liveThrough(leg, { url, method, parameters: addOnsOf(leg, method) });
}

/**
 * Add-on results are in the first request only, and in none by GET: Twilio warns with 61006 then.
 * @see https://www.twilio.com/docs/api/errors/61006
 */
function addOnsOf({ world, row, log }: Leg, method: WebhookMethod): Record<string, string> {
  const addOns = world.addOns?.(row.from);
  if (addOns === undefined) return {};
  if (method === "POST") return { AddOns: addOns };
  log.note("error", "61006: Add-ons: Add-ons unavailable for GET callbacks");
  return {};
}

function createIncomingLeg(call: IncomingCall, number: NumberRow, world: VoiceWorld): Leg {
  const { party, callees, parameters } = call;
  const { voiceUrl, voiceFallbackUrl, voiceFallbackMethod, statusCallback, statusCallbackMethod } = number;
  const setup = {
    ...{ party, callees, parameters, row: createRow(call, world), documentUrl: voiceUrl },
    fallback: voiceFallbackUrl === "" ? undefined : { url: voiceFallbackUrl, method: voiceFallbackMethod },
    statusCallback:
      statusCallback === ""
        ? undefined
        : { url: statusCallback, method: statusCallbackMethod, events: ["completed"] as const },
  };
  return createLeg(setup, world);
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
  closeLeg(leg, "failed");
  leg.log.note("ended", text);
  return outcomeOf(leg);
}
