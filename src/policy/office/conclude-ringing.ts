import type { Line } from "../line";
import type { CallPlan, RingOutcome } from "./call-plan";
import { departmentName } from "./department-of";
import { mailboxGreeting } from "./mailbox-greeting";
import type { Locale, Office } from "./office";
import { promptIn } from "./prompts/prompt-in";

/** The key by which a caller who is offered it asks to be called back. */
export const CALLBACK_KEY = "9";

/** How a call came back from ringing. */
export interface RungCall {
  /** Undefined when it was lost on the way. */
  readonly outcome: RingOutcome | undefined;
  /** Whether the caller is still there. */
  readonly isOnLine: boolean;
  /** Undefined when nobody knows whom it rang. */
  readonly plan: CallPlan | undefined;
  readonly locale: Locale;
  readonly line: Pick<Line, "voicemail" | "challenge"> | undefined;
  readonly office: Office | undefined;
  /** The caller's number in words, where a call-back may be offered. */
  readonly callbackNumber: string | undefined;
}

/** How it goes on. `greeting` is what a message, if it comes to one, is asked for with. */
export interface RingConclusion {
  readonly next: "end" | "survey" | "offer" | "voicemail";
  readonly say: string;
  readonly greeting: string;
}

/** Decides how a call goes on that comes back from ringing. What is not known leads to a message: no call is lost. */
export function concludeRinging(call: RungCall): RingConclusion {
  const { outcome, isOnLine, locale, line } = call;
  const greeting = greetingOf(call);
  const end = (say: string) => ({ next: "end", say, greeting }) as const;
  if (!isOnLine || outcome === "gone") return end("");
  if (outcome === "answered")
    return asksRating(call) ? { next: "survey", say: question(locale), greeting } : end("");
  if (outcome === "blocked") return end(promptIn(locale, "goodbye"));
  if (outcome === "silent" && line?.challenge.onSilence === "end") return end(promptIn(locale, "goodbye"));
  return missed(call, greeting);
}

function missed({ outcome, callbackNumber: number, ...call }: RungCall, greeting: string): RingConclusion {
  const { locale } = call;
  const isClosed = outcome === "closed";
  const why = isClosed ? closedText(call) : promptIn(locale, "nobodyFree");
  if (number !== undefined && (isClosed || outcome === "unanswered")) {
    const offer = promptIn(locale, "offerCallback", { number, key: CALLBACK_KEY });
    return { next: "offer", say: `${why} ${offer}`, greeting };
  }
  return { next: "voicemail", say: "", greeting: isClosed ? `${why} ${greeting}` : greeting };
}

function asksRating({ plan, office }: RungCall): boolean {
  return plan?.kind === "department" && office?.survey === true;
}

function question(locale: Locale): string {
  return promptIn(locale, "askRating", { worst: "1", best: "5" });
}

function closedText({ plan, office, locale }: Pick<RungCall, "plan" | "office" | "locale">): string {
  const name = plan?.kind === "department" ? departmentName(office, plan.department, locale) : undefined;
  return name === undefined ? promptIn(locale, "closedGreeting") : promptIn(locale, "closed", { name });
}

function greetingOf({ plan, office, line, locale }: RungCall): string {
  if (line === undefined) return promptIn(locale, "leaveMessage");
  if (office === undefined) return line.voicemail.greeting;
  const department = plan?.kind === "department" ? plan.department : undefined;
  return mailboxGreeting({ office, line, locale, department });
}
