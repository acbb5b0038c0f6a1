import type { House, PlacedCall } from "./house";
import type { Conversation } from "./human-party";
import { lineTitle } from "./line-title";
import type { Paint } from "./paint";
import { printMail, printPhones, printPlaced, printSummary, printText } from "./print-report";
import { findSampleCallers, type SampleCaller, type SpecialCallers } from "./sample-callers";
import { SAMPLE_PEST, SAMPLE_SPELLED } from "./sample-household";
import { sentTexts } from "./sent-texts";
import { calleeAtTerminal } from "./terminal-callee";
import { chooseCall } from "./terminal-choice";
import { ANYBODY } from "./wire-house";

const MENU = `  or a number to call from. Write "1 busy" (or no-answer, failed) for a phone that is not answered
  m mail and text messages, l lists, q quit`;
const HOME_MENU = `  h dial as the children, a answer their phone ("a 2" when 2 calls); "1 unregistered" switches it off`;
const OFFICE_MENU = `  c place the call-backs that are due, as npm run callbacks does`;
const NOTHING_DUE =
  "  no call-back is due: one is tried again after ten minutes, then twenty and so on, while its department is open";

/** Lets a person call the house as often as they like. Resolves when they quit, or when nobody is there any more. */
export async function runTerminalPhone(
  house: House,
  conversation: Conversation,
  paint: Paint,
): Promise<void> {
  for (;;) {
    const [line] = house.lines;
    if (line === undefined) return;
    const callers = findSampleCallers(await house.contactsOf(line), house.sync(), specialCallers(house));
    showCallers(callers, house, conversation);
    const answer = (await conversation.ask("Who calls? > "))?.trim();
    if (answer === undefined || answer === "q") return;
    if (answer === "") continue;
    if (answer === "m") showMail(house, conversation, paint);
    else if (answer === "l") showLists(house, conversation);
    else if (answer === "c" && house.hasOffice) await placeCallbacks(house, { conversation, paint });
    else {
      const call = await chooseCall(answer, { house, callers, conversation });
      if (call !== undefined) await makeCall(house, call, { conversation, paint });
    }
  }
}

function specialCallers({ owner, asksReputation, whereSpelled }: House): SpecialCallers {
  const what = `a number that spells JOLLY, as ${whereSpelled} tells`;
  return {
    owner,
    pest: asksReputation ? SAMPLE_PEST : undefined,
    spelled: whereSpelled === undefined ? undefined : { from: SAMPLE_SPELLED, what },
  };
}

interface Screen {
  readonly conversation: Conversation;
  readonly paint: Paint;
}

async function makeCall(house: House, call: PlacedCall, { conversation, paint }: Screen): Promise<void> {
  const before = { mails: house.mailbox.mails.length, texts: sentTexts(house.local).length };
  const line = house.lines.find(({ number }) => number === call.to);
  conversation.tell(
    paint.bold(`Call from ${call.from} to ${line === undefined ? call.to : lineTitle(line)}`),
  );
  const outcome = await house.placeCall(call);
  await outcome.afterwards;
  await settleDown(house);
  for (const { kind, text } of outcome.heard) if (kind === "reject") conversation.tell(`  "${text}"`);
  for (const sentence of printPhones(outcome, house.phonesOf(outcome), paint)) conversation.tell(sentence);
  for (const sentence of printSummary(house.report(outcome), paint)) conversation.tell(sentence);
  for (const mail of house.mailbox.mails.slice(before.mails)) conversation.tell(printMail(mail, paint));
  for (const text of sentTexts(house.local).slice(before.texts)) conversation.tell(printText(text, paint));
  tellComplaints(house, { conversation, paint });
}

/** As the owner's cron would, now and then. */
async function placeCallbacks(house: House, { conversation, paint }: Screen): Promise<void> {
  const placed = await house.runCallbacks((to) => calleeAtTerminal(to, conversation));
  await settleDown(house);
  if (placed.length === 0) conversation.tell(NOTHING_DUE);
  for (const sentence of placed.flatMap((call) => printPlaced(call, paint))) conversation.tell(sentence);
  tellComplaints(house, { conversation, paint });
}

/** A phone that rings while nobody looks, since a command in another terminal calls it, asks nobody here. */
async function settleDown({ local: { switchboard } }: House): Promise<void> {
  await switchboard.settled();
  switchboard.ringPhone = ANYBODY;
}

function tellComplaints({ local: { journal } }: House, { conversation, paint }: Screen): void {
  for (const complaint of journal.complaints.splice(0))
    conversation.tell(paint.red(`  complaint: ${complaint}`));
}

function showCallers(callers: readonly SampleCaller[], house: House, conversation: Conversation): void {
  conversation.tell("");
  callers.forEach(({ from, what }, index) => {
    conversation.tell(`  ${index + 1}  ${from.padEnd(13)} ${what}`);
  });
  conversation.tell(MENU);
  if (house.homePhone !== undefined) conversation.tell(HOME_MENU);
  if (house.hasOffice) conversation.tell(OFFICE_MENU);
}

function showMail({ mailbox, local }: House, conversation: Conversation, paint: Paint): void {
  const texts = sentTexts(local);
  if (mailbox.mails.length + texts.length === 0) conversation.tell("  no mail yet, and no text messages");
  for (const mail of mailbox.mails) conversation.tell(printMail(mail, paint));
  for (const text of texts) conversation.tell(printText(text, paint));
}

function showLists(house: House, conversation: Conversation): void {
  for (const [name, items] of Object.entries(house.sync()))
    for (const [key, data] of Object.entries(items))
      conversation.tell(`  ${name}  ${key}  ${JSON.stringify(data)}`);
}
