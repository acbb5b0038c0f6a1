import type { Disposition } from "../../policy/call-log";
import { changeHomeState } from "../../store/home-state";
import { ADDRESS_READ_BACK } from "../../telephony/emergency-numbers";
import { parseSipDestination } from "../../telephony/parse-sip-destination";
import type { EmergencyCall } from "../../telephony/read-outgoing-call";
import type { CallSid } from "../../telephony/sids";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import type { Wiring } from "../wiring";
import { type CallForHelp, mailEmergencyCall } from "./mail-emergency-call";

/**
 * Notes a call for help: for a while callers ring unscreened, for somebody may call back, and the owner is told at once.
 * A test of the address (933) leaves only its row. Never throws: what fails is logged, and the rest is done.
 */
export async function noteEmergencyCall(wiring: Wiring, call: EmergencyCall): Promise<Disposition> {
  const { country } = wiring.policy();
  const destination = parseSipDestination(call.to, country);
  const digits = destination.kind === "emergency" ? destination.digits : "";
  const disposition = dispositionOf(call);
  const isHelp = digits !== ADDRESS_READ_BACK;
  wiring.log(isHelp ? "emergency-call" : "emergency-test", { callSid: call.callSid, disposition });
  await Promise.all([
    isHelp ? openAndTell(wiring, call, { digits, disposition }) : undefined,
    noteCall(wiring, call.callSid, {
      from: call.from,
      to: digits,
      at: wiring.now().toISOString(),
      verdict: "outgoing-emergency",
      rule: "emergency",
      reason: isHelp ? "calls for help" : "a test of the registered address",
      trace: [`dial: ${call.dialCallStatus ?? "not told"}`],
      disposition,
    }),
  ]);
  return disposition;
}

/** A mail must go out while Sync hangs, too. */
const PATIENCE_MS = 1500;

async function openAndTell(
  wiring: Wiring,
  { callSid }: EmergencyCall,
  told: Pick<CallForHelp, "digits" | "disposition">,
): Promise<void> {
  const opening = openForCallbacks(wiring, callSid);
  const isOpen = (await inTime(PATIENCE_MS, opening)) ?? false;
  await Promise.all([opening, mailEmergencyCall(wiring, callSid, { ...told, isOpen })]);
}

/** @returns whether callers now ring unscreened. What Sync has not taken it is asked once more to take. Never throws. */
async function openForCallbacks(wiring: Wiring, callSid: CallSid): Promise<boolean> {
  const minutes = wiring.policy().home?.callbackMinutes ?? 0;
  if (minutes === 0) return false;
  const opening = () => open(wiring, wiring.now().getTime() + minutes * 60_000);
  try {
    const isOpen = await opening().catch(opening);
    wiring.log(isOpen ? "callbacks-opened" : "callbacks-not-opened", { callSid, minutes });
    return isOpen;
  } catch (failure) {
    wiring.log("callbacks-not-opened", { callSid, ...describeFailure(failure) });
    return false;
  }
}

/** From the end of the call, which is now. A window that is open already is never made shorter. */
async function open(wiring: Wiring, until: number): Promise<boolean> {
  const store = { sync: wiring.sync(), random: () => wiring.random() };
  const { outcome } = await changeHomeState(store, (state) =>
    (state.callbacksUntil ?? 0) >= until ? state : { ...state, callbacksUntil: until },
  );
  return outcome !== "lost";
}

function dispositionOf({ dialCallStatus }: EmergencyCall): Disposition {
  if (dialCallStatus === "completed" || dialCallStatus === "answered") return "connected";
  return dialCallStatus === "canceled" ? "abandoned" : "error";
}
