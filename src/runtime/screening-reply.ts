import { challengeDigits, speakDigits } from "../policy/challenge-digits";
import { passLeadsTo } from "../policy/conclude-challenge";
import { callerIdFor } from "../policy/ring";
import type { Decision } from "../policy/verdict";
import { speakable } from "../twiml/speakable";
import type { LineCall } from "./screen-incoming-call";

/** What screening tells the flow. `greeting` is what a message, if it comes to one, is asked for with. */
export interface ScreeningReply {
  readonly action: string;
  readonly rule: string;
  readonly reason: string;
  readonly trace: readonly string[];
  readonly greeting: string;
  readonly to?: string;
  readonly callerId?: string;
  readonly say?: string;
  readonly rejectReason?: string;
  readonly attempt?: number;
  readonly onSilence?: "end" | "voicemail";
  readonly onPass?: "ring" | "household" | "voicemail";
  /** What a caller with the owner's number gets who does not give the PIN. */
  readonly withoutPin?: "household" | "connect" | "voicemail";
}

/** Whom a reply is about, and what a challenge's digits are made from. */
export interface ReplyTo extends LineCall {
  readonly numDigits: number;
  readonly secret: string;
}

/** The decision as the flow reads it. */
export function screeningReply(decision: Decision, about: ReplyTo): ScreeningReply {
  const { rule, verdict, trace } = decision;
  const { line, caller } = about;
  const { action, reason } = verdict;
  const greeting = speakable(line.voicemail.greeting);
  const common = { action, rule, reason, trace, greeting };
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
    case "household":
    case "menu":
      return common;
  }
}

/** Whatever the rules would do with anybody else who is not let through, the owner's number may leave a message. */
function ownerReply({ withoutPin: rest }: Decision, about: ReplyTo): Partial<ScreeningReply> {
  if (rest === undefined) return { withoutPin: "voicemail" };
  const { action, greeting, to, callerId } = screeningReply(rest, about);
  const isLetThrough = action === "household" || action === "connect";
  return {
    ...{ greeting, withoutPin: isLetThrough ? action : "voicemail" },
    ...(to === undefined ? {} : { to }),
    ...(callerId === undefined ? {} : { callerId }),
  };
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
