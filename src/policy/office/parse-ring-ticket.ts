import { isE164 } from "../../telephony/e164";
import { parseRecordingSid } from "../../telephony/sids";
import type { Phone } from "./office";
import { parsePlan } from "./parse-plan";
import type { Ringing } from "./ring-steps";
import type { RingingCall, RingTicket, WhisperTicket } from "./ring-ticket";

type Data = Readonly<Record<string, unknown>>;

/** A step of a call's ringing in data that came back to us; undefined for another call's, and for what is none. */
export function parseRingTicket(data: Data | undefined, callSid: string): RingTicket | undefined {
  const call = data && parseCall(data, callSid);
  const ringing = parseRinging(data?.ringing);
  const at = data?.at;
  if (call === undefined || ringing === undefined || !isCount(at)) return undefined;
  return { ...call, at, ringing };
}

/** What a telephone that picks up has brought along; undefined for what is none. */
export function parseWhisperTicket(data: Data | undefined): WhisperTicket | undefined {
  const plan = data?.plan;
  const callSid = typeof plan === "object" && plan !== null && "callSid" in plan ? plan.callSid : undefined;
  if (data === undefined || typeof callSid !== "string") return undefined;
  const call = parseCall(data, callSid);
  const { phone, step } = data;
  return call !== undefined && isPhone(phone) && isCount(step) ? { ...call, phone, step } : undefined;
}

function parseCall({ plan: written, from, began, recordingSid }: Data, callSid: string) {
  const plan = parsePlan(written, callSid);
  if (plan === undefined || typeof from !== "string" || !isCount(began)) return undefined;
  const recording = typeof recordingSid === "string" ? parseRecordingSid(recordingSid) : undefined;
  const call: RingingCall = { plan, from, began };
  return recording === undefined ? call : { ...call, recordingSid: recording };
}

function parseRinging(data: unknown): Ringing | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { step, now, seconds, later, secondsEach, isAgain } = data as Data;
  const areCounts = isCount(step) && isCount(seconds) && isCount(secondsEach);
  if (!areCounts || !arePhones(now) || !Array.isArray(later) || !later.every(arePhones)) return undefined;
  return { step, now, seconds, later, secondsEach, isAgain: isAgain === true };
}

function arePhones(value: unknown): value is readonly Phone[] {
  return Array.isArray(value) && value.every(isPhone);
}

function isPhone(value: unknown): value is Phone {
  return typeof value === "string" && (isE164(value) || /^sips?:/.test(value));
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
