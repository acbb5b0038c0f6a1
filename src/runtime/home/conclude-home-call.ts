import { offerOf } from "../../policy/home/primary-contact";
import type { Room } from "../../policy/home/room";
import { mayLeaveMessage, outcomeOf } from "../../policy/home/room-outcome";
import type { HomeOutcome } from "../../telephony/home-outcome";
import type { ReturnedCall } from "../../telephony/read-returned-call";
import { speakable } from "../../twiml/speakable";
import type { CallWiring } from "../wiring";
import { carryOut } from "./carry-out";
import { offerPrimary } from "./offer-primary";
import { tellRoom } from "./tell-room";

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
  ]);
  wiring.log("home-call-concluded", { callSid, outcome: reply.outcome, next: reply.next, isKept });
  return reply;
}

async function replyTo(
  wiring: CallWiring,
  callSid: string,
  { found, isOnLine }: { readonly found: Room | undefined; readonly isOnLine: boolean },
): Promise<HomeReply> {
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
