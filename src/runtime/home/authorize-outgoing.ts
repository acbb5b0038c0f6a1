import { authorizeOutbound } from "../../policy/home/authorize-outbound";
import type { Home } from "../../policy/home/home";
import { budgetOf } from "../../policy/home/outbound-checks";
import { grantCall } from "../../policy/home/usage";
import { claimRoom } from "../../store/rooms";
import { changeUsage } from "../../store/usage";
import { parseSipDestination, type SipDestination } from "../../telephony/parse-sip-destination";
import type { OutgoingCall } from "../../telephony/read-outgoing-call";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import { noteCall } from "../note-call";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { endOutgoingRoom } from "./end-outgoing-room";
import { identifyPhone } from "./identify-phone";
import { type OutgoingReply, outgoingReply, refusalReply } from "./outgoing-reply";
import { outgoingRow } from "./outgoing-row";
import { NOTHING_READ, type OutboundReading, readOutboundFacts } from "./read-outbound-facts";

/** Decides whether the home's phone may call whom it has dialled, and reserves the minutes for it. */
export async function authorizeOutgoing(wiring: CallWiring, call: OutgoingCall): Promise<OutgoingReply> {
  const reply = await decide(wiring, call);
  if (reply.action === "refuse") await inTime(brief(wiring), noteRefusal(wiring, call, reply));
  return reply;
}

/** The reply must still go out; a child waits for it. */
const SPARE_MS = 250;
const BRIEF_MS = 600;

const brief = (wiring: CallWiring): number => Math.min(BRIEF_MS, wiring.timeLeft() - SPARE_MS);

/** Studio hears of nobody who hangs up while it speaks: that a call was refused is noted before it is said. */
async function noteRefusal(wiring: CallWiring, call: OutgoingCall, reply: OutgoingReply): Promise<void> {
  const row = outgoingRow(wiring, call, { ...reply });
  await noteCall(wiring, call.callSid, { ...row, disposition: "abandoned" });
}

async function decide(wiring: CallWiring, call: OutgoingCall): Promise<OutgoingReply> {
  const policy = wiring.policy();
  const { home } = policy;
  if (home === undefined)
    return refusalReply("unavailable", { policy, reason: "the policy has no home", trace: [] });
  const destination = parseSipDestination(call.to, policy.country);
  const reading = await readFacts(wiring, destination, home);
  for (const fact of reading.unreadable) wiring.log("list-unreadable", { callSid: call.callSid, list: fact });
  const authorization = authorizeOutbound({
    ...call,
    ...factsOf(wiring, call, home),
    destination,
    ...reading,
  });
  const secret = wiring.environment("LINK_SECRET");
  const reply = outgoingReply(authorization, { callSid: call.callSid, policy, secret });
  if (destination.kind !== "number" || reply.action === "refuse") return reply;
  const [reserved] = await Promise.all([
    reply.action === "connect" ? reserve(wiring, { call, home, reading, reply }) : reply,
    claim(wiring, call, {
      number: destination.number,
      seconds: reply.timeLimit || home.outgoing.callMinutes * 60,
    }),
  ]);
  if (reserved.action === "refuse") await inTime(brief(wiring), endOutgoingRoom(wiring, call.callSid));
  return reserved;
}

async function readFacts(wiring: CallWiring, destination: SipDestination, home: Home) {
  return destination.kind === "number" ? readOutboundFacts(wiring, destination, home) : NOTHING_READ;
}

function factsOf(wiring: CallWiring, { sipUsername }: OutgoingCall, home: Home) {
  const policy = wiring.policy();
  return {
    identity: identifyPhone(sipUsername, wiring.environment("HOME_PHONE")),
    home,
    line: lineOf(policy, home.callerId),
    ownNumbers: Object.keys(policy.lines),
    owner: policy.owner,
    now: wiring.now().getTime(),
    timezone: policy.timezone,
  };
}

interface Reservation {
  readonly call: OutgoingCall;
  readonly home: Home;
  readonly reading: OutboundReading;
  readonly reply: OutgoingReply;
}

/** What was granted a moment ago may be gone by now: two handsets may dial at once. What cannot be written is not granted. */
async function reserve(
  wiring: CallWiring,
  { call, home, reading, reply }: Reservation,
): Promise<OutgoingReply> {
  if (reading.budget === undefined) return reply;
  const refuse = (why: "spent" | "unavailable", reason: string) =>
    refusalReply(why, { policy: wiring.policy(), reason, trace: reply.trace });
  let timeLimit = 0;
  try {
    const store = { sync: wiring.sync(), random: () => wiring.random() };
    const outcome = await changeUsage(store, reading.budget, (usage) => {
      const grant = grantCall(usage, call.callSid, budgetOf(home.outgoing));
      timeLimit = grant.granted;
      return grant.usage;
    });
    if (outcome === "lost") return refuse("unavailable", "minutes: could not be reserved");
  } catch (failure) {
    wiring.log("minutes-not-reserved", { callSid: call.callSid, ...describeFailure(failure) });
    return refuse("unavailable", "minutes: could not be reserved");
  }
  if (timeLimit === 0) return refuse("spent", "minutes: another call has just taken what was left");
  return { ...reply, timeLimit, usageDay: reading.budget.day };
}

/** How long it rings in the flow, at most, with what is asked and said before. */
const RINGING_SECONDS = 120;

/** Who calls the home's phone now finds it in use; a call is not refused because that cannot be noted. */
async function claim(
  wiring: CallWiring,
  { callSid }: OutgoingCall,
  { number, seconds }: { readonly number: string; readonly seconds: number },
): Promise<void> {
  const now = wiring.now();
  const until = new Date(now.getTime() + (seconds + RINGING_SECONDS) * 1000).toISOString();
  const at = now.toISOString();
  try {
    await claimRoom(wiring.sync(), callSid, { direction: "out", state: "talking", at, number, until });
  } catch {
    wiring.log("room-not-claimed", { callSid });
  }
}
