import { departmentName } from "../../policy/office/department-of";
import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import { openWhisperTicket, type WhisperTicket } from "../../policy/office/ring-ticket";
import { whisperDecisionOf } from "../../policy/office/whisper-keys";
import { whisperWords } from "../../policy/office/whisper-words";
import { parseCaller } from "../../telephony/caller";
import type { OfficeWhisper } from "../../telephony/read-office-whisper";
import { renderOfficeAnswer, renderOfficeWhisper } from "../../twiml/render-office-whisper";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { callerWords } from "./caller-words";
import { nameLink } from "./name-link";
import { carryOutDecision } from "./whisper-deeds";

/**
 * TwiML for whoever has picked up: who calls, and which keys decide. Nobody is connected without a key; a key that means
 * nothing is asked for once more.
 */
export async function whisperCall(
  wiring: CallWiring,
  { ticket: sealed, key, isAgain }: OfficeWhisper,
): Promise<string> {
  const secret = wiring.environment("LINK_SECRET");
  const ticket = secret === undefined ? undefined : openWhisperTicket(secret, sealed);
  const language = languageTag(localeOf(wiring));
  if (secret === undefined || ticket === undefined) return renderOfficeAnswer("", language, "hangup");
  const decision = whisperDecisionOf(key, announcedCall(wiring, ticket));
  wiring.log("office-whispered", { callSid: ticket.plan.callSid, step: ticket.step, key: key || "none" });
  if (decision === undefined && (key === "" || !isAgain))
    return ask(wiring, { ticket, sealed, secret, isAgain: key !== "" });
  if (decision === undefined) return renderOfficeAnswer("", language, "hangup");
  const { prompt, then } = await carryOutDecision(wiring, ticket, decision);
  return renderOfficeAnswer(prompt === undefined ? "" : promptIn(localeOf(wiring), prompt), language, then);
}

interface Question {
  readonly ticket: WhisperTicket;
  readonly sealed: string;
  readonly secret: string;
  readonly isAgain: boolean;
}

async function ask(wiring: CallWiring, { ticket, sealed, secret, isAgain }: Question): Promise<string> {
  const { plan, from, recordingSid } = ticket;
  const locale = localeOf(wiring);
  const name = await nameLink(wiring, recordingSid, secret);
  const words = whisperWords({
    ...announcedCall(wiring, ticket),
    locale,
    caller: callerWords(wiring, { plan, from, locale }),
    department: calledName(wiring, ticket),
    isNamePlayed: name !== undefined,
  });
  const action = new URLSearchParams({ ticket: sealed, ...(isAgain ? { again: "1" } : {}) });
  return renderOfficeWhisper({
    ...words,
    name,
    language: languageTag(locale),
    action: `/office/whisper?${action}`,
  });
}

function announcedCall(wiring: CallWiring, { plan: { kind }, from, phone }: WhisperTicket) {
  const hasNumber = parseCaller(from, wiring.policy().country).kind === "number";
  return { kind, hasNumber, phone };
}

function calledName(wiring: CallWiring, { plan }: WhisperTicket): string {
  const { office } = wiring.policy();
  const lineName = lineOf(wiring.policy(), plan.line)?.name ?? "";
  if (plan.kind !== "department") return lineName;
  return departmentName(office, plan.department, localeOf(wiring)) ?? lineName;
}

/** Telephones are spoken to in the office's first language, whatever the caller's. */
function localeOf(wiring: CallWiring) {
  return firstLanguage(wiring.policy().office?.languages ?? []);
}
