import { offerOf } from "../../policy/home/primary-contact";
import type { Room } from "../../policy/home/room";
import { mayLeaveMessage, outcomeOf } from "../../policy/home/room-outcome";
import type { HomeOutcome } from "../../telephony/home-outcome";
import type { ReturnedCall } from "../../telephony/read-returned-call";
import { speakable } from "../../twiml/speakable";
import { inTime } from "../in-time";
import { noteCall } from "../note-call";
import type { CallWiring } from "../wiring";
import { carryOut } from "./carry-out";
import { offerPrimary } from "./offer-primary";
import { tellRoom } from "./tell-room";

/** As long as it takes to read whom to offer. */
const NOTING_MS = 1600;

/** What the flow is told of a caller who comes back from the home's phone. Every key is always there. */
export interface HomeReply {
  readonly outcome: HomeOutcome;
  readonly next: "end" | "voicemail" | "offer";
  readonly say: string;
  readonly to: string;
  readonly callerId: string;
}

/** Decides how a call goes on that comes back from the home's phone; a phone that still rings is let go. */
export async function concludeHomeCall(
  wiring: CallWiring,
  { callSid, isOnLine }: ReturnedCall,
): Promise<HomeReply> {
  const { before, room, orders, isKept } = await tellRoom(wiring, callSid, { kind: "returned", isOnLine });
  const [reply] = await Promise.all([
    replyTo(wiring, callSid, { found: before && room, isOnLine }),
    carryOut(wiring, callSid, orders),
    noteWaiting(wiring, callSid, { found: before && room, isOnLine }),
  ]);
  wiring.log("home-call-concluded", { callSid, outcome: reply.outcome, next: reply.next, isKept });
  return reply;
}

interface Found {
  readonly found: Room | undefined;
  readonly isOnLine: boolean;
}

/** The flow hears no more of a caller who hangs up while he is asked for a message: what it hears is surer. */
async function noteWaiting(wiring: CallWiring, callSid: string, { found, isOnLine }: Found): Promise<void> {
  if (found === undefined || !mayLeaveMessage(outcomeOf(found, isOnLine), isOnLine)) return;
  const { number: from, line: to } = found;
  const parties = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const at = wiring.now().toISOString();
  await inTime(NOTING_MS, noteCall(wiring, callSid, { ...parties, at, disposition: "abandoned" }));
}

async function replyTo(wiring: CallWiring, callSid: string, { found, isOnLine }: Found): Promise<HomeReply> {
  const outcome = outcomeOf(found, isOnLine);
  if (!mayLeaveMessage(outcome, isOnLine)) return { ...plain(outcome), next: "end" };
  const primary = found && (await offerPrimary(wiring, callSid, found));
  if (primary === undefined) return plain(outcome);
  const callerId = found?.number ?? found?.line ?? wiring.policy().home?.callerId ?? "";
  return { outcome, next: "offer", say: speakable(offerOf(primary)), to: primary.number, callerId };
}

function plain(outcome: HomeOutcome): HomeReply {
  return { outcome, next: "voicemail", say: "", to: "", callerId: "" };
}
