import { challengeDigits, speakDigits } from "../policy/challenge-digits";
import { passLeadsTo } from "../policy/conclude-challenge";
import { firstLanguage } from "../policy/office/language-of";
import { type LanguageTag, languageTag } from "../policy/office/language-tag";
import type { Office } from "../policy/office/office";
import { sealPlan } from "../policy/office/sealed-plan";
import { callerIdFor } from "../policy/ring";
import type { Decision, Verdict } from "../policy/verdict";
import { speakable } from "../twiml/speakable";
import type { LineCall } from "./screen-incoming-call";

/** What screening tells the flow. `greeting` is what a message, if it comes to one, is asked for with. */
export interface ScreeningReply {
  readonly action: string;
  readonly rule: string;
  readonly reason: string;
  readonly trace: readonly string[];
  readonly greeting: string;
  /** Twilio's tag of the greeting's language. */
  readonly language?: LanguageTag;
  readonly to?: string;
  readonly callerId?: string;
  readonly say?: string;
  readonly rejectReason?: string;
  readonly attempt?: number;
  readonly onSilence?: "end" | "voicemail";
  readonly onPass?: "ring" | "household" | "voicemail";
  /** What a caller with the owner's number gets who does not give the PIN. */
  readonly withoutPin?: "household" | "connect" | "menu" | "vanity" | "voicemail";
  /** Whom an announced call rings, sealed: see `CallPlan`. */
  readonly plan?: string;
}

/** Whom a reply is about, and what a challenge's digits are made from. */
export interface ReplyTo extends LineCall {
  readonly numDigits: number;
  readonly secret: string;
}

/** Whom a screening's reply is about. `linkSecret` seals whom an announced call rings. */
export interface ScreeningReplyTo extends ReplyTo {
  readonly linkSecret: string;
  readonly office: Office | undefined;
}

/** The decision as the flow reads it. */
export function screeningReply(decision: Decision, about: ScreeningReplyTo): ScreeningReply {
  const { rule, verdict, trace } = decision;
  const { line, caller } = about;
  const { action, reason } = verdict;
  const greeting = speakable(line.voicemail.greeting);
  const language = languageTag(firstLanguage(about.office?.languages ?? []));
  const common = { action, rule, reason, trace, greeting, language };
  switch (verdict.action) {
    case "connect":
      return { ...common, to: verdict.to, callerId: callerIdFor(caller, line) };
    case "reject":
      return { ...common, rejectReason: verdict.rejectReason };
    case "message":
      return { ...common, say: speakable(verdict.say) };
    case "owner":
      return { ...common, ...ownerReply(decision, about), say: speakable(verdict.say) };
    case "voicemail":
      return { ...common, greeting: speakable(verdict.greeting ?? line.voicemail.greeting) };
    case "challenge":
      return { ...common, ...challengeOf(about) };
    case "announce":
      return { ...common, plan: planOf(about, verdict) };
    case "menu":
      return { ...common, withoutPin: "menu" };
    case "household":
    case "vanity":
      return common;
  }
}

/** Whatever the rules would do with anybody else who is not let through, the owner's number may leave a message. */
function ownerReply({ withoutPin: rest }: Decision, about: ScreeningReplyTo): Partial<ScreeningReply> {
  if (rest === undefined) return { withoutPin: "voicemail" };
  const { action, greeting, to, callerId } = screeningReply(rest, about);
  const isLetThrough =
    action === "household" || action === "connect" || action === "menu" || action === "vanity";
  return {
    ...{ greeting, withoutPin: isLetThrough ? action : "voicemail" },
    ...(to === undefined ? {} : { to }),
    ...(callerId === undefined ? {} : { callerId }),
  };
}

/** Callers are spoken to in the first language of the office, where there is one. */
function planOf(
  { callSid, line, office, linkSecret }: ScreeningReplyTo,
  { to, as }: Extract<Verdict, { action: "announce" }>,
): string {
  const locale = office?.languages[0] ?? "en";
  return sealPlan(linkSecret, { callSid, line: line.number, locale, kind: as, to });
}

function challengeOf(about: ReplyTo) {
  const { line, caller } = about;
  const onPass = passLeadsTo(line, caller);
  const { to } = line.ring;
  const ringing = onPass === "ring" && to !== "home" ? { to, callerId: callerIdFor(caller, line) } : {};
  const { onSilence } = line.challenge;
  return { say: promptOf(about, 1), attempt: 1, onSilence, onPass, ...ringing };
}

/** The prompt with the digits of that attempt, spoken one by one. */
export function promptOf({ line, callSid, numDigits, secret }: ReplyTo, attempt: number): string {
  const digits = challengeDigits({ secret, callSid, attempt, numDigits });
  return speakable(line.challenge.prompt.replaceAll("{digits}", speakDigits(digits)));
}
