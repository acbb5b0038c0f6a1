import type { NextStep } from "./menu-ends";
import type { MenuFacts } from "./menu-facts";
import { type MenuState, menuOf } from "./menu-state";
import { greetingText, languageText, menuText, menuWith } from "./menu-text";
import { hintsOf, languagePhrases, menuPhrases } from "./spoken-phrases";

/** Asks for a language, in each of them. @param notice said before */
export function askLanguage(state: MenuState, { office }: MenuFacts, notice = ""): NextStep {
  return {
    state: { ...state, asked: "language", turn: state.turn + 1 },
    step: {
      do: "ask",
      say: `${notice} ${languageText(office)}`.trim(),
      hints: hintsOf(languagePhrases(office)),
    },
  };
}

/** Says hello and the menu. */
export function greet(state: MenuState, facts: MenuFacts): NextStep {
  return askChoice(state, facts, greetingText(facts, state.locale));
}

/** Says the menu. @param before said before */
export function askChoice(state: MenuState, facts: MenuFacts, before = ""): NextStep {
  const say = `${before} ${menuText(state, facts)}`.trim();
  const phrases = menuPhrases(menuWith(facts.office, menuOf(state)), state.locale, facts.office);
  return {
    state: { ...state, asked: "menu", turn: state.turn + 1 },
    step: { do: "ask", say, hints: hintsOf(phrases) },
  };
}

/** Plays a recording, and then says the menu. */
export function playFirst(state: MenuState, facts: MenuFacts, play: string): NextStep {
  const { step, state: then } = askChoice(state, facts);
  return { state: then, step: step.do === "ask" ? { ...step, do: "play", play } : step };
}
