import { textIn } from "./local-text";
import { mailboxGreeting } from "./mailbox-greeting";
import type { MenuFacts, MenuStep } from "./menu-facts";
import type { MenuState } from "./menu-state";
import type { Department } from "./office";
import { promptIn } from "./prompts/prompt-in";

/** A step, and where the caller then is. */
export interface NextStep {
  readonly step: MenuStep;
  readonly state: MenuState;
}

/** Whose mailbox a call ends in, and what is said before its greeting. */
interface MessageFor {
  readonly department?: string | undefined;
  readonly notice?: string;
  readonly isExhausted?: boolean;
}

/** Asks for a message. */
export function leaveMessage(state: MenuState, facts: MenuFacts, message: MessageFor): NextStep {
  const { department, notice, isExhausted = false } = message;
  const { office, line } = facts;
  const greeting = mailboxGreeting({ office, line, locale: state.locale, department });
  const whose = department === undefined ? {} : { department };
  const spoken = notice === undefined ? greeting : `${notice} ${greeting}`;
  return { state, step: { do: "voicemail", ...whose, greeting: spoken, isExhausted } };
}

/**
 * Rings a department; one that is closed, or that cannot be rung now, is left a message, and the caller is told why. Where a
 * closed one calls back, the caller is led to it all the same: nothing rings there, and the call comes back to be offered that.
 */
export function reachDepartment(state: MenuState, facts: MenuFacts, id: string): NextStep {
  const { departments } = facts.office;
  const department = Object.hasOwn(departments, id) ? departments[id] : undefined;
  const { locale } = state;
  if (department === undefined)
    return leaveMessage(state, facts, { notice: promptIn(locale, "unavailable") });
  if (!facts.isOpen(id) && !mayAskForCallback(department, facts))
    return leaveMessage(state, facts, { department: id, notice: closedNotice(department, state, facts) });
  if (!facts.canConnect)
    return leaveMessage(state, facts, { department: id, notice: promptIn(locale, "unavailable") });
  return { state, step: { do: "connect", department: id } };
}

function mayAskForCallback({ offersCallback }: Department, { caller, canConnect }: MenuFacts): boolean {
  return offersCallback && canConnect && caller.kind === "number";
}

function closedNotice({ name }: Department, { locale }: MenuState, { office }: MenuFacts): string {
  return promptIn(locale, "closed", { name: textIn(name, locale, office.languages) ?? "" }).trim();
}

/** Whoever cannot choose gets the operator, else a message is asked for. */
export function giveUp(state: MenuState, facts: MenuFacts): NextStep {
  const { operator } = facts.office;
  if (operator !== undefined && facts.canConnect && facts.isOpen(operator))
    return reachDepartment(state, facts, operator);
  return leaveMessage(state, facts, { notice: promptIn(state.locale, "gaveUp"), isExhausted: true });
}
