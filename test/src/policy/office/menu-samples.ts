import { isOpen } from "../../../../src/policy/office/is-open";
import type { Heard, MenuFacts } from "../../../../src/policy/office/menu-facts";
import type { MenuState } from "../../../../src/policy/office/menu-state";
import { menuStep } from "../../../../src/policy/office/menu-step";
import type { Office } from "../../../../src/policy/office/office";
import type { OfficeState } from "../../../../src/policy/office/office-state";
import { NOON, STRANGER } from "../samples";
import { AUTO, office } from "./samples";

/** What decides besides the answers; `now` and `state` decide who is open. */
export interface Situation extends Partial<Omit<MenuFacts, "office">> {
  readonly office?: Partial<Office>;
  readonly now?: number;
  readonly switch?: OfficeState;
}

export const LINE_GREETING = "Leave a message for Example Limited.";

export function menuFacts(situation: Situation = {}): MenuFacts {
  const { office: change, now = NOON, switch: state = AUTO, ...facts } = situation;
  const whole = office(change);
  return {
    office: whole,
    line: { menu: "main", voicemail: { greeting: LINE_GREETING } },
    caller: { kind: "number", number: STRANGER },
    isOpen: (id) => {
      const department = whole.departments[id];
      return department !== undefined && isOpen(department, { id, state, now, timezone: "America/New_York" });
    },
    canConnect: true,
    mayBeOwner: false,
    ...facts,
  };
}

/** A key, words (anything longer than a key), or "" for nothing. */
export const hears = (answer: string): Heard =>
  answer.length > 1 ? { key: "", speech: answer } : { key: answer, speech: "" };

/** A call in which those answers are given one after another: each step, and where the call then stands. */
export function callThrough(answers: readonly string[], facts: MenuFacts) {
  let next = menuStep(undefined, hears(""), facts);
  const steps = [next];
  for (const answer of answers) {
    next = menuStep(next.state, hears(answer), facts);
    steps.push(next);
  }
  return { steps, last: next.step, state: next.state };
}

/** The state in the first menu of a call in English. */
export function inMenu(facts: MenuFacts, ...keys: readonly string[]): MenuState {
  return callThrough(["1", ...keys], facts).state;
}
