import { type Choice, hearChoice, hearLanguage, type Misunderstanding } from "./hear-choice";
import { firstLanguage, languageOf } from "./language-of";
import { textIn } from "./local-text";
import { askChoice, askLanguage, greet, playFirst } from "./menu-ask";
import { giveUp, leaveMessage, type NextStep, reachDepartment } from "./menu-ends";
import type { Heard, MenuFacts } from "./menu-facts";
import { firstState, type MenuState, MOST_TURNS, menuOf } from "./menu-state";
import type { MenuTarget } from "./office";
import { promptIn } from "./prompts/prompt-in";

/** Said to whom the menu takes for the owner; the flow then takes the PIN. */
const ASK_PIN = "Enter your PIN and press pound.";

/**
 * What comes after a caller's answer. Every call ends: a menu is said to those who choose nothing as often as the policy has
 * it, and no call is asked more than {@link MOST_TURNS} times.
 * @param state undefined: the call has only begun
 */
export function menuStep(state: MenuState | undefined, heard: Heard, facts: MenuFacts): NextStep {
  if (state === undefined) return begin(facts);
  const next = answer(state, heard, facts);
  const isOver = next.state.turn > MOST_TURNS;
  return isOver ? giveUp({ ...next.state, turn: MOST_TURNS }, facts) : next;
}

function begin(facts: MenuFacts): NextStep {
  const { office, line, caller } = facts;
  const { languages, languageBy } = office;
  const isAsked = languages.length > 1 && languageBy === "choice";
  const locale = isAsked ? firstLanguage(languages) : languageOf(caller, languages);
  const state = firstState(locale, line.menu);
  if (!Object.hasOwn(office.menus, line.menu)) return giveUp(state, facts);
  return isAsked ? askLanguage(state, facts, "") : greet(state, facts);
}

function answer(state: MenuState, heard: Heard, facts: MenuFacts): NextStep {
  switch (state.asked) {
    case "language":
      return answerLanguage(state, heard, facts);
    case "menu":
      return answerMenu(state, hearChoice(heard, state, facts), facts);
    case "pin":
      return askChoice(state, facts);
  }
}

const LANGUAGE_QUESTION = "";

/** Who says nothing, or nothing that makes sense, is spoken to in the office's first language. */
function answerLanguage(state: MenuState, heard: Heard, facts: MenuFacts): NextStep {
  const choice = hearLanguage(heard, facts.office);
  if (choice.kind === "language") return greet({ ...state, locale: choice.locale }, facts);
  if (choice.kind === "nothing") return greet(state, facts);
  const missed = addMiss(state, LANGUAGE_QUESTION);
  if (isExhausted(missed, LANGUAGE_QUESTION, facts)) return greet(missed, facts);
  return askLanguage(missed, facts, promptIn(state.locale, choice.why));
}

function answerMenu(state: MenuState, choice: Choice, facts: MenuFacts): NextStep {
  switch (choice.kind) {
    case "entry":
      return follow(state, choice.to, facts);
    case "operator":
      return callOperator(state, facts);
    case "owner":
      return { state: { ...state, asked: "pin", turn: state.turn + 1 }, step: { do: "owner", say: ASK_PIN } };
    case "back":
      return askChoice({ ...state, path: state.path.slice(0, Math.max(1, state.path.length - 1)) }, facts);
    case "repeat":
      return askChoice(state, facts);
    case "nothing":
      return miss(state, facts, undefined);
    case "wrong":
      return miss(state, facts, choice.why);
  }
}

function callOperator(state: MenuState, facts: MenuFacts): NextStep {
  const { operator } = facts.office;
  return operator === undefined ? leaveMessage(state, facts, {}) : reachDepartment(state, facts, operator);
}

function follow(state: MenuState, to: MenuTarget, facts: MenuFacts): NextStep {
  switch (to.kind) {
    case "department":
      return reachDepartment(state, facts, to.department);
    case "voicemail":
      return leaveMessage(state, facts, { department: to.department });
    case "menu":
      return enter(state, to.menu, facts);
    case "say":
      return askChoice(state, facts, textIn(to.say, state.locale, facts.office.languages) ?? "");
    case "play":
      return playFirst(state, facts, to.play);
    case "vanity":
      return { state, step: { do: "vanity" } };
  }
}

/** A menu that the caller came through already is gone back to: "back" never leads in a circle. */
function enter(state: MenuState, menu: string, facts: MenuFacts): NextStep {
  if (!Object.hasOwn(facts.office.menus, menu)) return giveUp(state, facts);
  const { path } = state;
  const above = path.indexOf(menu);
  return askChoice({ ...state, path: above === -1 ? [...path, menu] : path.slice(0, above + 1) }, facts);
}

function miss(state: MenuState, facts: MenuFacts, why: Misunderstanding | undefined): NextStep {
  const missed = addMiss(state, menuOf(state));
  if (isExhausted(missed, menuOf(state), facts)) return giveUp(missed, facts);
  return askChoice(missed, facts, why && promptIn(state.locale, why));
}

function addMiss(state: MenuState, question: string): MenuState {
  const { misses } = state;
  return { ...state, misses: { ...misses, [question]: (misses[question] ?? 0) + 1 } };
}

const isExhausted = ({ misses }: MenuState, question: string, { office }: MenuFacts): boolean =>
  (misses[question] ?? 0) >= office.tries;
