import type { Callee } from "../local-twilio/voice/party";
import type { Line } from "../src/policy/line";
import { parseE164 } from "../src/telephony/e164";
import type { House } from "./house";
import { type Conversation, humanParty } from "./human-party";
import type { Paint } from "./paint";
import { findCallee } from "./parse-callee";
import { printMail, printSummary } from "./print-report";
import { findSampleCallers, type SampleCaller } from "./sample-callers";

const MENU = `  or a number to call from. Write "1 busy" (or no-answer, failed) for a phone that is not answered
  m mail, l lists, q quit`;

/** Lets a person call the house as often as they like. Resolves when they quit, or when nobody is there any more. */
export async function runTerminalPhone(
  house: House,
  conversation: Conversation,
  paint: Paint,
): Promise<void> {
  for (;;) {
    const [line] = house.lines;
    if (line === undefined) return;
    const callers = findSampleCallers(await house.contactsOf(line), house.sync());
    showCallers(callers, conversation);
    const answer = (await conversation.ask("Who calls? > "))?.trim();
    if (answer === undefined || answer === "q") return;
    if (answer === "") continue;
    if (answer === "m") showMail(house, conversation, paint);
    else if (answer === "l") showLists(house, conversation);
    else {
      const { who, callee } = splitAnswer(answer);
      const from = readFrom(who, callers, house.country);
      if (from === undefined) conversation.tell(`  there is no choice ${who}`);
      else await callFrom(house, { from, callee }, { conversation, paint });
    }
  }
}

interface Screen {
  readonly conversation: Conversation;
  readonly paint: Paint;
}

/** Who calls, and what the phone does that then rings. */
interface Wish {
  readonly from: string;
  readonly callee: Callee;
}

async function callFrom(
  house: House,
  { from, callee }: Wish,
  { conversation, paint }: Screen,
): Promise<void> {
  const line = await chooseLine(house.lines, conversation);
  if (line === undefined) return;
  const before = house.mailbox.mails.length;
  conversation.tell(paint.bold(`Call from ${from} to ${line.name} (${line.number})`));
  const party = humanParty(conversation);
  const outcome = await house.placeCall({ from, to: line.number, party, otherCallees: callee });
  await outcome.afterwards;
  for (const { kind, text } of outcome.heard) if (kind === "reject") conversation.tell(`  "${text}"`);
  for (const sentence of printSummary(house.report(outcome), paint)) conversation.tell(sentence);
  for (const mail of house.mailbox.mails.slice(before)) conversation.tell(printMail(mail, paint));
  for (const complaint of house.local.journal.complaints.splice(0))
    conversation.tell(paint.red(`  complaint: ${complaint}`));
}

async function chooseLine(lines: readonly Line[], conversation: Conversation): Promise<Line | undefined> {
  if (lines.length === 1) return lines[0];
  lines.forEach(({ name, number }, index) => {
    conversation.tell(`  ${index + 1}  ${name} ${number}`);
  });
  const answer = await conversation.ask("Which line? > ");
  return answer === undefined ? undefined : (lines[Number(answer) - 1] ?? lines[0]);
}

/** `1 busy` is who calls, and what the phone does that rings. */
function splitAnswer(answer: string): { readonly who: string; readonly callee: Callee } {
  const [, who = "", word = ""] = /^(.*\S)\s+(\S+)$/.exec(answer) ?? [];
  const does = findCallee(word);
  return does === undefined ? { who: answer, callee: { does: "answers" } } : { who, callee: { does } };
}

/**
 * A choice from the menu; else a number as people write it, which the network would make E.164; else the words.
 * A single character that is no choice is a slip of the finger: undefined.
 */
function readFrom(answer: string, callers: readonly SampleCaller[], country: string): string | undefined {
  if (answer.length === 1) return callers[Number(answer) - 1]?.from;
  return parseE164(answer, country) ?? answer;
}

function showCallers(callers: readonly SampleCaller[], conversation: Conversation): void {
  conversation.tell("");
  callers.forEach(({ from, what }, index) => {
    conversation.tell(`  ${index + 1}  ${from.padEnd(13)} ${what}`);
  });
  conversation.tell(MENU);
}

function showMail({ mailbox }: House, conversation: Conversation, paint: Paint): void {
  if (mailbox.mails.length === 0) conversation.tell("  no mail yet");
  for (const mail of mailbox.mails) conversation.tell(printMail(mail, paint));
}

function showLists(house: House, conversation: Conversation): void {
  for (const [name, items] of Object.entries(house.sync()))
    for (const [key, data] of Object.entries(items))
      conversation.tell(`  ${name}  ${key}  ${JSON.stringify(data)}`);
}
