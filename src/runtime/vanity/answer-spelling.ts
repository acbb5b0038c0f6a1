import { firstLanguage } from "../../policy/office/language-of";
import { languageTag } from "../../policy/office/language-tag";
import { mailboxGreeting } from "../../policy/office/mailbox-greeting";
import type { Locale } from "../../policy/office/office";
import { promptIn } from "../../policy/office/prompts/prompt-in";
import { renderVanityState } from "../../policy/vanity/dialogue-state";
import { type VanityFacts, type VanityHeard, vanityStep } from "../../policy/vanity/dialogue-step";
import { parseVanityState } from "../../policy/vanity/parse-vanity-state";
import { TEXT_RESULTS } from "../../policy/vanity/text-result";
import { DEFAULT_VANITY } from "../../policy/vanity/vanity";
import { readVanityNumber } from "../../telephony/read-vanity-number";
import type { VanityRequest } from "../../telephony/read-vanity-request";
import { renderSpeech } from "../../twiml/render-speech";
import { speakable } from "../../twiml/speakable";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { noteTold } from "./note-told";
import { speakStep } from "./speak-step";
import { spellingParts } from "./spelling-parts";
import { textRoute, vanityCaller } from "./vanity-caller";

/** What the flow is told. Every key is always there: Studio keeps what an earlier answer said. */
export interface VanityReply {
  /** `tell`: say it and take a key; `ask`: say it and take a number; `text`: say it and send a text message. */
  readonly next: "tell" | "ask" | "text" | "end";
  /** SSML. */
  readonly say: string;
  /** Twilio's tag of the language. */
  readonly language: string;
  /** For the next answer, as it is. */
  readonly state: string;
  /** What a message is asked for with, should it come to one. */
  readonly greeting: string;
}

/** Takes an answer of a caller who asks what a number spells, or begins, and tells the flow how to go on. */
export async function answerSpelling(wiring: CallWiring, request: VanityRequest): Promise<VanityReply> {
  const { callSid } = request;
  const { country, vanity = DEFAULT_VANITY } = wiring.policy();
  const before = parseVanityState(request.state);
  const facts: VanityFacts = {
    caller: vanityCaller(wiring.policy(), request),
    locale: localeOf(wiring, request.language),
    mayText: typeof textRoute(wiring, request) !== "string",
  };
  const next = vanityStep(before, heardIn(wiring, request), facts);
  const { step, state } = next;
  wiring.log("vanity-answered", { callSid, step: step.do, turn: state.turn });
  const isNews = step.do === "tell" && step.number !== before?.number;
  const [spoken] = await Promise.all([
    speakStep({ ...next, facts, parts: spellingParts(wiring, vanity), country }),
    isNews ? noteTold(wiring, request, step.number) : undefined,
  ]);
  const language = languageTag(state.locale);
  return {
    ...{ next: NEXT[spoken.step.do], say: renderSpeech(spoken.versions, language), language },
    ...{ state: renderVanityState(state), greeting: greetingOf(wiring, request, state.locale) },
  };
}

const NEXT = { tell: "tell", choose: "tell", ask: "ask", text: "text", end: "end" } as const;

function heardIn(wiring: CallWiring, { key, number, texted }: VanityRequest): VanityHeard {
  return {
    key,
    hasDialled: number.trim() !== "",
    number: readVanityNumber(number, wiring.policy().country),
    texted: TEXT_RESULTS.find((result) => result === texted),
  };
}

/** The one chosen in the office's menu, else the office's first. */
function localeOf(wiring: CallWiring, tag: string): Locale {
  const languages = wiring.policy().office?.languages ?? [];
  return languages.find((locale) => languageTag(locale) === tag) ?? firstLanguage(languages);
}

/** Also for when whatever comes next fails. */
function greetingOf(wiring: CallWiring, { to }: VanityRequest, locale: Locale): string {
  const { office } = wiring.policy();
  const line = lineOf(wiring.policy(), to);
  if (line === undefined) return promptIn(locale, "leaveMessage");
  if (office === undefined) return speakable(line.voicemail.greeting);
  return speakable(mailboxGreeting({ office, line, locale, department: undefined }));
}
