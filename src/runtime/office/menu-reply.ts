import type { CallPlan } from "../../policy/office/call-plan";
import { languageTag } from "../../policy/office/language-tag";
import type { MenuStep } from "../../policy/office/menu-facts";
import { sealPlan } from "../../policy/office/sealed-plan";
import { serviceUrl } from "../../telephony/service-url";
import { speakable } from "../../twiml/speakable";

/** What the flow is told of a menu. Every key is always there, empty where unused: Studio keeps what an earlier answer said. */
export interface MenuReply {
  readonly next: "ask" | "play" | "connect" | "voicemail" | "owner" | "vanity";
  readonly say: string;
  /** Twilio's tag of the language to speak, and to listen, in. */
  readonly language: string;
  readonly hints: string;
  /** For the next answer, as it is. */
  readonly state: string;
  /** Whom to ring, sealed. */
  readonly plan: string;
  /** The address of a recording. */
  readonly play: string;
  /** What a message is asked for with, should it come to one: also when whatever comes next fails. */
  readonly greeting: string;
  /** The department whose mailbox it is. */
  readonly mailbox: string;
  /** `true` when the menu gave up. */
  readonly exhausted: "true" | "";
}

/** What a reply is made of besides the step. `secret` seals plans. */
export interface ReplyParts {
  readonly plan: Pick<CallPlan, "callSid" | "line" | "locale">;
  /** Of the mailbox that the call is nearest to. */
  readonly greeting: string;
  readonly secret: string | undefined;
  readonly state: string;
  readonly domainName: string;
}

/** A step as the flow reads it. @throws Error when a department is to be rung without a secret */
export function menuReply(step: MenuStep, parts: ReplyParts): MenuReply {
  const { plan, state } = parts;
  const language = languageTag(plan.locale);
  const reply = { ...NOTHING, next: step.do, language, state, greeting: speakable(parts.greeting) };
  switch (step.do) {
    case "ask":
      return { ...reply, ...asking(step) };
    case "play":
      return { ...reply, ...asking(step), play: recordingUrl(step.play, parts) };
    case "connect":
      return { ...reply, plan: sealed(step.department, parts) };
    case "voicemail": {
      const exhausted = step.isExhausted ? "true" : "";
      return { ...reply, greeting: speakable(step.greeting), mailbox: step.department ?? "", exhausted };
    }
    case "owner":
      return { ...reply, say: speakable(step.say) };
    case "vanity":
      return reply;
  }
}

const NOTHING = { say: "", hints: "", plan: "", play: "", mailbox: "", exhausted: "" } as const;

function asking({ say, hints }: { readonly say: string; readonly hints: readonly string[] }) {
  return { say: speakable(say), hints: speakable(hints.join(", ")) };
}

/** A path is one of our own public Assets. */
function recordingUrl(play: string, { domainName }: ReplyParts): string {
  return play.startsWith("/") ? serviceUrl(domainName, play) : play;
}

function sealed(department: string, { plan, secret }: ReplyParts): string {
  if (secret === undefined) throw new Error("Cannot ring a department: LINK_SECRET is not set");
  return sealPlan(secret, { ...plan, kind: "department", department });
}
