import type { SipRing } from "../local-twilio/sip/handset";
import type { Callee } from "../local-twilio/voice/party";
import type { PlacedCall } from "./house";
import { type Conversation, humanParty } from "./human-party";
import { findCallee } from "./parse-callee";
import { pressingCallee } from "./pressing-callee";
import { scriptedParty } from "./scripted-party";

const DIAL = `What do the children dial? Add "busy", "no-answer", "failed", or a key that is pressed there when asked > `;
const ANSWER = "  Enter to answer, b busy, n to let it ring > ";

/** Asks what the children dial; undefined when they think better of it. */
export async function dialFromHome(conversation: Conversation): Promise<PlacedCall | undefined> {
  const answer = (await conversation.ask(DIAL))?.trim() ?? "";
  const [, to = answer, does = ""] = /^(.*\S)\s+(\S+)$/.exec(answer) ?? [];
  const callee = findCallee(does) ?? does;
  const isUnderstood = /^[0-9*#]$/.test(does) || findCallee(does) !== undefined;
  if (answer === "") return undefined;
  return {
    from: "home",
    to: isUnderstood ? to : answer,
    party: humanParty(conversation),
    callees: () => (isUnderstood ? calleeOf(callee) : { does: "answers" }),
  };
}

/** A phone that is not answered, or where somebody presses a key as soon as one is asked for. */
function calleeOf(does: string): Callee {
  const word = findCallee(does);
  return word === undefined ? pressingCallee(does) : { does: word };
}

/** A call to the children, whose phone is answered at the terminal. The caller says nothing. */
export function callAnsweredAtHome(
  { from, to }: Pick<PlacedCall, "from" | "to">,
  conversation: Conversation,
): PlacedCall {
  return { from, to, party: scriptedParty([]).party, handsets: [(ring) => pickUp(ring, conversation)] };
}

async function pickUp({ from }: SipRing, conversation: Conversation): Promise<Callee> {
  conversation.tell(`  The children's phone rings and shows ${from}`);
  const answer = (await conversation.ask(ANSWER))?.trim().toLowerCase();
  if (answer === "b") return { does: "busy" };
  if (answer === "n" || answer === undefined) return { does: "no-answer" };
  return { does: "answers", after: 0, party: humanParty(conversation) };
}
