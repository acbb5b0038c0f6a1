import type { Callee } from "../local-twilio/voice/party";
import type { Line } from "../src/policy/line";
import { parseE164 } from "../src/telephony/e164";
import type { HandsetBehaviour } from "./home-phone";
import type { House, PlacedCall } from "./house";
import { type Conversation, humanParty } from "./human-party";
import { lineTitle } from "./line-title";
import { findCallee } from "./parse-callee";
import type { SampleCaller } from "./sample-callers";
import { calleeAtTerminal } from "./terminal-callee";
import { callAnsweredAtHome, dialFromHome } from "./terminal-home";

/** As with a policy of one's own, whose lists begin empty. */
const NOBODY_LISTED = `  nobody is on the children's list yet: call as a stranger, then allow the number as the owner`;

/** What an answer to "Who calls?" is read with. */
export interface Asked {
  readonly house: House;
  readonly callers: readonly SampleCaller[];
  readonly conversation: Conversation;
}

/** The call that an answer asks for. @returns undefined when it asks for none, which is then said. */
export async function chooseCall(answer: string, asked: Asked): Promise<PlacedCall | undefined> {
  const { house, conversation } = asked;
  const home = house.homePhone === undefined ? undefined : house.lines.find(({ ring }) => ring.to === "home");
  if (home !== undefined && answer === "h") return dialFromHome(conversation);
  const [isAnswered, who = firstListed(asked)] = /^a(?: +(.+))?$/.exec(answer) ?? [];
  if (home === undefined || isAnswered === undefined) return callAsOutsider(answer, asked);
  if (who === "") conversation.tell(NOBODY_LISTED);
  const from = who === "" ? undefined : readFrom(who, asked);
  return from === undefined ? undefined : callAnsweredAtHome({ from, to: home.number }, conversation);
}

function firstListed({ callers }: Asked): string {
  return callers.find(({ rings }) => rings === "home")?.from ?? "";
}

async function callAsOutsider(answer: string, asked: Asked): Promise<PlacedCall | undefined> {
  const { house, conversation } = asked;
  const { who, does } = splitAnswer(answer);
  const from = readFrom(who, asked);
  const line = from === undefined ? undefined : await chooseLine(house.lines, conversation);
  if (from === undefined || line === undefined) return undefined;
  const unanswered: Callee = { does: does === "unregistered" ? "failed" : does };
  const callees = (to: string) => (does === "answers" ? calleeAtTerminal(to, conversation) : unanswered);
  const handset: HandsetBehaviour = does === "unregistered" ? does : () => unanswered;
  const party = humanParty(conversation);
  const handsets = does === "answers" ? undefined : [handset];
  return { from, to: line.number, party, callees, handsets };
}

async function chooseLine(lines: readonly Line[], conversation: Conversation): Promise<Line | undefined> {
  if (lines.length === 1) return lines[0];
  lines.forEach(({ name, number }, index) => {
    conversation.tell(`  ${index + 1}  ${lineTitle({ name, number })}`);
  });
  const answer = (await conversation.ask("Which line? > "))?.trim();
  return answer === undefined || answer === "q" ? undefined : (lines[Number(answer) - 1] ?? lines[0]);
}

interface Wish {
  readonly who: string;
  /** What the phone does that rings. */
  readonly does: Callee["does"] | "unregistered";
}

/** `1 busy` is who calls, and what the phone does that rings. */
function splitAnswer(answer: string): Wish {
  const [, who = "", word = ""] = /^(.*\S)\s+(\S+)$/.exec(answer) ?? [];
  const does = word === "unregistered" ? word : findCallee(word);
  return does === undefined ? { who: answer, does: "answers" } : { who, does };
}

/**
 * A choice from the menu; else a number as people write it, which the network would make E.164; else the words.
 * A single character that is no choice is a slip of the finger: undefined.
 */
function readFrom(who: string, { callers, house, conversation }: Asked): string | undefined {
  if (who.length > 1) return parseE164(who, house.country) ?? who;
  const from = callers[Number(who) - 1]?.from;
  if (from === undefined) conversation.tell(`  there is no choice ${who}`);
  return from;
}
