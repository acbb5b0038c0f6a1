import { chooseForOwner, nextTurn, renderMenu } from "../../policy/home/choose-for-owner";
import type { OwnerSituation } from "../../policy/home/owner-situation";
import type { OwnerStep } from "../../policy/home/owner-step";
import { isOwnerTicket } from "../../policy/home/owner-ticket";
import { parseTurn, renderTurn } from "../../policy/home/owner-turn";
import type { OwnerKey } from "../../telephony/read-owner-answer";
import { describeFailure } from "../log";
import { within } from "../time-left";
import type { Wiring } from "../wiring";
import { mailJoining } from "./mail-owner";
import { carryOut, type OwnerDeed } from "./owner-deeds";
import { ownerSettings } from "./owner-settings";
import { readSituation } from "./owner-situation";

/** What the flow is told of a key. Every key is always there: Studio keeps what an earlier answer said. */
export interface OwnerReply {
  readonly next: "menu" | "connect" | "listen" | "join" | "end";
  /** Spoken by the menu, also when the owner comes back to it; or the goodbye. */
  readonly say: string;
  /** For the next key, as it is. */
  readonly pending: string;
  /** The SID of the call to listen to or to join. */
  readonly room: string;
}

/** Said when the owner comes back from a call, which may be over by then. */
const BACK = "You are back in your options. To hear them, press 9. To leave, press pound.";
const GOODBYE = "Goodbye.";
const NOT_YOURS = "The owner's options are not available.";
/** The flow must still be told. */
const SPARE_MS = 400;

/** Does what a key of the owner's menu asks for, in a call in which the PIN was entered. */
export async function answerOwnerKey(wiring: Wiring, key: OwnerKey): Promise<OwnerReply> {
  const { callSid } = key;
  const settings = ownerSettings(wiring, key.from);
  if ("lacks" in settings || !isOwnerTicket(key.ticket, callSid, settings.secret)) {
    wiring.log("owner-refused", { callSid, lacks: "lacks" in settings ? settings.lacks : "the PIN" });
    return { next: "end", say: NOT_YOURS, pending: "", room: "" };
  }
  const turn = parseTurn(key.pending);
  const situation = await readSituation(wiring, settings, callSid);
  const step = chooseForOwner(key.key, turn, situation);
  wiring.log("owner-chose", { callSid, step: step.do, ...(step.do === "ask" ? { ask: step.ask } : {}) });
  const taken = await take(wiring, { key, step, situation, mark: `${callSid}:${turn.turn}` });
  return { ...taken, pending: renderTurn(nextTurn(key.key, turn, step)) };
}

interface Taking<Step = OwnerStep> {
  readonly key: OwnerKey;
  readonly step: Step;
  readonly situation: OwnerSituation;
  /** Names the step of the call. */
  readonly mark: string;
}

type Taken = Omit<OwnerReply, "pending">;

async function take(wiring: Wiring, taking: Taking): Promise<Taken> {
  const { key, step, situation } = taking;
  switch (step.do) {
    case "goodbye":
      return { next: "end", say: GOODBYE, room: "" };
    case "connect":
      return { next: "connect", say: "", room: "" };
    case "listen":
    case "join": {
      const mailing = mailJoining(wiring, key.callSid, { as: step.do, call: step.call });
      await within(Math.max(0, wiring.timeLeft() - SPARE_MS), mailing);
      return { next: step.do, say: BACK, room: step.call.callSid };
    }
    case "ask":
      return { next: "menu", say: step.say, room: "" };
    case "menu":
      return menu(step.say, situation);
    default:
      return attempt(wiring, { ...taking, step });
  }
}

function menu(say: string, situation: OwnerSituation): Taken {
  return { next: "menu", say: [say, renderMenu(situation)].join(" ").trim(), room: "" };
}

/** Remote control fails closed, and says so. */
async function attempt(wiring: Wiring, { key, step, situation, mark }: Taking<OwnerDeed>): Promise<Taken> {
  try {
    const { say, changes } = await carryOut(wiring, step, mark);
    return menu(say, { ...situation, ...changes });
  } catch (failure) {
    const { callSid } = key;
    wiring.log("owner-deed-failed", { callSid, step: step.do, ...describeFailure(failure) });
    return menu("That did not work just now. Please try again in a while.", situation);
  }
}
