import { renderMenu } from "../../policy/home/choose-for-owner";
import { verifyPin } from "../../policy/home/owner-pin";
import { ownerTicket } from "../../policy/home/owner-ticket";
import { TRIES } from "../../policy/home/pin-attempts";
import type { PinAnswer } from "../../telephony/read-owner-answer";
import { noteCall } from "../note-call";
import { within } from "../time-left";
import type { Wiring } from "../wiring";
import { mailLockOut } from "./mail-owner";
import { type OwnerSettings, ownerSettings } from "./owner-settings";
import { readSituation } from "./owner-situation";
import { reservePinTry, settlePinTry } from "./pin-tries";

/** What the flow is told of a PIN. Every key is always there: Studio keeps what an earlier answer said. */
export interface PinReply {
  readonly result: "right" | "retry" | "locked" | "unavailable";
  readonly say: string;
  /** Of which attempt the next answer will be. */
  readonly attempt: number;
  readonly ticket: string;
  readonly menu: string;
}

const RETRY = "That was not right. Please enter your PIN again, and press pound.";
/** The same whatever the reason: nobody learns whether the digits were right, or how many they should be. */
const NO_OPTIONS = "The owner's options are not available just now. Please stay on the line.";
const NOTHING_ENTERED = "All right. Please stay on the line.";
/** The flow must still be told. */
const SPARE_MS = 400;

/**
 * Checks the owner's PIN. Each guess is counted before it is compared; where it cannot be counted it is not compared.
 * Without the PIN the owner's number is worth what any listed number is.
 */
export async function checkPin(wiring: Wiring, answer: PinAnswer): Promise<PinReply> {
  const { callSid, digits, attempt } = answer;
  const settings = ownerSettings(wiring, answer.from);
  if ("lacks" in settings) {
    wiring.log("owner-pin-not-checked", { callSid, lacks: settings.lacks });
    return refuse("unavailable", NO_OPTIONS, attempt);
  }
  if (digits === undefined) return refuse("unavailable", NOTHING_ENTERED, attempt);
  const { outcome, isLast } = await reservePinTry(wiring, answer);
  const result = outcome === "reserved" ? await compare(settings, digits) : outcome;
  wiring.log("owner-pin-checked", { callSid, attempt, result, isCompared: outcome === "reserved" });
  const settling = outcome === "reserved" ? settlePinTry(wiring, answer, result === "right") : undefined;
  if (result === "right") return admit(wiring, { settings, answer, settling });
  const mailing = isLast ? mailLockOut(wiring, callSid) : undefined;
  await bounded(wiring, [settling, mailing]);
  if (result !== "wrong") return refuse(result === "locked" ? "locked" : "unavailable", NO_OPTIONS, attempt);
  return isLast || attempt >= TRIES
    ? refuse("locked", NO_OPTIONS, attempt)
    : refuse("retry", RETRY, attempt + 1);
}

async function compare({ pin }: OwnerSettings, digits: string): Promise<"right" | "wrong"> {
  return (await verifyPin(digits, pin)) ? "right" : "wrong";
}

interface Admission {
  readonly settings: OwnerSettings;
  readonly answer: PinAnswer;
  readonly settling: Promise<void> | undefined;
}

/**
 * The right PIN was entered: whatever else cannot be written or read, the owner is let in. The flow hears no more of an owner
 * who hangs up in the menu.
 */
async function admit(wiring: Wiring, { settings, answer, settling }: Admission): Promise<PinReply> {
  const { callSid, attempt } = answer;
  const reading = readSituation(wiring, settings, callSid);
  await bounded(wiring, [settling, noteCall(wiring, callSid, { disposition: "message" })]);
  const menu = renderMenu(await reading);
  const ticket = ownerTicket(callSid, settings.secret);
  return { result: "right", say: "", attempt, ticket, menu };
}

function refuse(result: "retry" | "locked" | "unavailable", say: string, attempt: number): PinReply {
  return { result, say, attempt, ticket: "", menu: "" };
}

async function bounded(wiring: Wiring, work: readonly (Promise<void> | undefined)[]): Promise<void> {
  await within(
    Math.max(0, wiring.timeLeft() - SPARE_MS),
    Promise.all(work).then(() => undefined),
  );
}
