import type { Home } from "../../policy/home/home";
import { type Room, roomNameOf } from "../../policy/home/room";
import type { RoomEvent } from "../../policy/home/room-events";
import { noteLastCaller } from "../../store/home-items";
import { parseCaller } from "../../telephony/caller";
import { flowReturnUrl } from "../../telephony/flow-return-url";
import type { HouseholdCall } from "../../telephony/read-household-call";
import type { CallSid } from "../../telephony/sids";
import { renderHomeCall } from "../../twiml/render-home-call";
import { renderRedirect } from "../../twiml/render-redirect";
import { renderReject } from "../../twiml/render-reject";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import { LONGEST_CALL_SECONDS } from "../open-voice";
import { lineOf, loggedCaller } from "../parties";
import type { RingingParticipant } from "../voice-gateway";
import type { CallWiring } from "../wiring";
import { admitCaller, type HomeCaller } from "./admit-caller";
import { carryOut } from "./carry-out";
import { phoneStatusUrl, roomUrl } from "./home-urls";
import { tellRoom } from "./tell-room";

/** The document must still go out. */
const SPARE_MS = 250;
/** For what need not be written down before the caller may wait. */
const BRIEF_MS = 600;

const WAIT_URLS: Readonly<Record<Home["whileRinging"], string>> = {
  ringing: "/ringing.xml",
  music: "/waiting-music.xml",
};

/**
 * The TwiML for a listed caller: the home's phone is rung into a conference of this call alone, and the caller waits in
 * it. Whatever is in the way, the call goes on in its flow, which takes a message.
 */
export async function connectHome(wiring: CallWiring, call: HouseholdCall): Promise<string> {
  const { callSid } = call;
  const back = renderRedirect(flowReturnUrl(wiring.accountSid, call.flowSid));
  const { home } = wiring.policy();
  const phone = wiring.environment("HOME_PHONE");
  if (home === undefined || phone === undefined) {
    wiring.log("home-not-rung", { callSid, lacks: home === undefined ? "home in the policy" : "HOME_PHONE" });
    return back;
  }
  const caller = callerOf(wiring, call, home);
  const noting = noteCaller(wiring, caller);
  const admission = await admitCaller(wiring, caller);
  if (typeof admission === "object") return again(wiring, call, { back, caller, ...admission });
  if (admission !== "ring") {
    await tell(wiring, callSid, { kind: "second-caller" });
    return admission === "busy" && !call.isAnswered ? rejectBusy(wiring, call) : back;
  }
  const isRung = await ring(wiring, caller, phone);
  await inTime(brief(wiring), noting);
  return isRung ? wait(wiring, call, home) : back;
}

const spare = (wiring: CallWiring): number => wiring.timeLeft() - SPARE_MS;
const brief = (wiring: CallWiring): number => Math.min(BRIEF_MS, spare(wiring));

function callerOf(wiring: CallWiring, { callSid, from, to }: HouseholdCall, home: Home): HomeCaller {
  const policy = wiring.policy();
  const caller = parseCaller(from, policy.country);
  const line = lineOf(policy, to)?.number;
  return {
    callSid,
    home,
    ...(caller.kind === "number" ? { number: caller.number } : {}),
    ...(line === undefined ? {} : { line }),
  };
}

/** The flow hears no more of a call that is rejected: its end is noted here. */
async function rejectBusy(wiring: CallWiring, { callSid, from, to }: HouseholdCall): Promise<string> {
  const parties = { from: loggedCaller(parseCaller(from, wiring.policy().country)), to };
  const why = { verdict: "household", reason: "the home's phone is in use: busy" };
  const at = wiring.now().toISOString();
  await inTime(brief(wiring), noteCall(wiring, callSid, { ...parties, at, ...why, disposition: "rejected" }));
  return renderReject("busy");
}

/** A document asked for twice: the phone rings already, or it is over. */
function again(
  wiring: CallWiring,
  call: HouseholdCall,
  { back, caller, repeated }: { back: string; caller: HomeCaller; repeated: { state: string } | undefined },
): string {
  wiring.log("home-asked-again", { callSid: call.callSid, state: repeated?.state ?? "unknown" });
  const isInUse = repeated?.state === "ringing" || repeated?.state === "talking";
  return isInUse ? wait(wiring, call, caller.home) : back;
}

/** @returns whether Twilio has said in time that it rings, and it has not failed since: not registered, it does so at once */
async function ring(wiring: CallWiring, caller: HomeCaller, phone: string): Promise<boolean> {
  const { callSid } = caller;
  try {
    const rung = await inTime(spare(wiring), askToRing(wiring, caller, phone));
    if (rung !== undefined) {
      const room = await tell(wiring, callSid, { kind: "rung", ...sidsOf(rung) });
      return room?.state !== "unanswered";
    }
    wiring.log("home-not-rung", { callSid, message: "Twilio was too slow" });
  } catch (failure) {
    wiring.log("home-not-rung", { callSid, ...describeFailure(failure) });
  }
  await tell(wiring, callSid, { kind: "ring-failed" });
  return false;
}

/** The caller may have hung up meanwhile, or Twilio may ring without having said so: then the phone is let go. */
async function tell(wiring: CallWiring, callSid: CallSid, event: RoomEvent): Promise<Room | undefined> {
  const { room, orders } = await tellRoom(wiring, callSid, event, brief(wiring));
  await inTime(spare(wiring), carryOut(wiring, callSid, orders));
  return room;
}

const sidsOf = ({ callSid, conferenceSid }: RingingParticipant) => ({ phoneCallSid: callSid, conferenceSid });

/** The phone shows the caller's number; for who withholds it, the line that was called. */
function askToRing(wiring: CallWiring, { callSid, home, number, line }: HomeCaller, phone: string) {
  return wiring.voice().ringIntoConference({
    conference: roomNameOf(callSid),
    to: phone,
    from: number ?? line ?? home.callerId,
    timeoutSeconds: home.ringSeconds,
    statusCallback: phoneStatusUrl(wiring, callSid),
    conferenceStatusCallback: roomUrl(wiring, callSid),
  });
}

function wait(wiring: CallWiring, { callSid, flowSid }: HouseholdCall, home: Home): string {
  return renderHomeCall({
    conference: roomNameOf(callSid),
    action: flowReturnUrl(wiring.accountSid, flowSid),
    waitUrl: WAIT_URLS[home.whileRinging],
    statusCallback: roomUrl(wiring, callSid),
    timeLimitSeconds: LONGEST_CALL_SECONDS,
  });
}

/** For the owner, who may block the last caller: so the owner is none. Never throws. */
async function noteCaller(wiring: CallWiring, { callSid, number, line = "" }: HomeCaller): Promise<void> {
  if (number === undefined || number === wiring.policy().owner.phone) return;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    await noteLastCaller(store, { number, at: wiring.now().toISOString(), line });
  } catch (failure) {
    wiring.log("last-caller-not-noted", { callSid, ...describeFailure(failure) });
  }
}
