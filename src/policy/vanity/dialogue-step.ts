import type { E164 } from "../../telephony/e164";
import type { VanityNumber } from "../../telephony/read-vanity-number";
import type { Locale } from "../office/office";
import type { PlainPromptName } from "../office/prompts/prompt-in";
import { MOST_MISSES, MOST_TURNS, type VanityState } from "./dialogue-state";
import { TEXT_PROMPTS, type TextResult } from "./text-result";

/** What a caller answered; at the beginning, and to whom it does not apply, empty or undefined. */
export interface VanityHeard {
  readonly key: string;
  /** Whether keys were pressed when a number was asked for, and the number that they are, if any. */
  readonly hasDialled: boolean;
  readonly number: VanityNumber | undefined;
  readonly texted: TextResult | undefined;
}

/** Who calls, as far as that decides. */
export interface VanityFacts {
  /** The caller's own number: what can be spelled, else why nothing can. */
  readonly caller: E164 | "withheld" | "odd";
  readonly locale: Locale;
  /** Whether the caller may have a text message. */
  readonly mayText: boolean;
}

/** What to do next. `notice` is said before; each but `text` and `end` is answered by the caller. */
export type VanityStep =
  /** Tells what a number spells, and the choices. */
  | { readonly do: "tell"; readonly number: VanityNumber }
  /** Says the choices only. */
  | { readonly do: "choose"; readonly notice?: PlainPromptName }
  | { readonly do: "ask"; readonly notice?: PlainPromptName }
  | { readonly do: "text" }
  | { readonly do: "end"; readonly notice?: PlainPromptName };

/** A step, and where the caller then is. */
export interface NextVanityStep {
  readonly step: VanityStep;
  readonly state: VanityState;
}

export const AGAIN_KEY = "1";
export const OTHER_KEY = "2";
export const TEXT_KEY = "3";

/**
 * What comes after a caller's answer. Every call ends: after {@link MOST_MISSES} answers in a row that make no sense, and
 * after {@link MOST_TURNS} turns whatever was answered.
 * @param state undefined: the call has only begun
 */
export function vanityStep(
  state: VanityState | undefined,
  heard: VanityHeard,
  facts: VanityFacts,
): NextVanityStep {
  const next = state === undefined ? begin(facts) : answer(state, heard, facts);
  const isOver = next.state.turn > MOST_TURNS || next.state.misses >= MOST_MISSES;
  return isOver ? end(next) : next;
}

/** Whether the caller is offered a text message: once in a call. */
export function offersText({ isTexted }: VanityState, { mayText }: VanityFacts): boolean {
  return mayText && !isTexted;
}

function begin({ caller, locale }: VanityFacts): NextVanityStep {
  const state: VanityState = { asked: "number", locale, isTexted: false, misses: 0, turn: 0 };
  if (caller === "withheld") return ask(state, "vanityWithheld");
  return caller === "odd" ? ask(state, "vanityOddCaller") : tell(state, caller);
}

function answer(state: VanityState, heard: VanityHeard, facts: VanityFacts): NextVanityStep {
  switch (state.asked) {
    case "key":
      return answerKey(state, heard.key, facts);
    case "number":
      return answerNumber(state, heard);
    case "text":
      return choose({ ...state, isTexted: true }, TEXT_PROMPTS[heard.texted ?? "not"]);
  }
}

function answerKey(state: VanityState, key: string, facts: VanityFacts): NextVanityStep {
  const answered = { ...state, misses: 0 };
  if (key === AGAIN_KEY && state.number !== undefined) return tell(answered, state.number);
  if (key === OTHER_KEY) return ask(answered);
  if (key === TEXT_KEY && offersText(state, facts))
    return { step: { do: "text" }, state: { ...answered, asked: "text", turn: state.turn + 1 } };
  return choose(missed(state), key === "" ? undefined : "noChoice");
}

function answerNumber(state: VanityState, { number, hasDialled }: VanityHeard): NextVanityStep {
  if (number !== undefined) return tell({ ...state, misses: 0 }, number);
  return ask(missed(state), hasDialled ? "vanityNoSuchNumber" : "vanityNothingDialled");
}

const missed = (state: VanityState): VanityState => ({ ...state, misses: state.misses + 1 });

function tell(state: VanityState, number: VanityNumber): NextVanityStep {
  return { step: { do: "tell", number }, state: { ...state, asked: "key", number, turn: state.turn + 1 } };
}

function choose(state: VanityState, notice?: PlainPromptName): NextVanityStep {
  return {
    step: { do: "choose", ...(notice && { notice }) },
    state: { ...state, asked: "key", turn: state.turn + 1 },
  };
}

function ask(state: VanityState, notice?: PlainPromptName): NextVanityStep {
  return {
    step: { do: "ask", ...(notice && { notice }) },
    state: { ...state, asked: "number", turn: state.turn + 1 },
  };
}

/** In place of another step, whose notice is still said. The state still reads as one, should the flow ask once more. */
function end({ step, state }: NextVanityStep): NextVanityStep {
  const notice = "notice" in step ? step.notice : undefined;
  const [turn, misses] = [Math.min(state.turn, MOST_TURNS), Math.min(state.misses, MOST_MISSES)];
  return { step: { do: "end", ...(notice && { notice }) }, state: { ...state, turn, misses } };
}
