import { OWNER_OPTIONS, ownerOptions } from "./owner-options";
import type { OwnerSituation } from "./owner-situation";
import type { OwnerOption, OwnerStep } from "./owner-step";
import type { OwnerTurn } from "./owner-turn";

/** The menu as it is spoken now: only what can be done now is offered. */
export function renderMenu(situation: OwnerSituation): string {
  return optionsIn(situation)
    .flatMap(({ offer }) => offer(situation) ?? [])
    .join(" ");
}

/** The options of the parts that there are. */
function optionsIn({ parts }: OwnerSituation): OwnerOption[] {
  return OWNER_OPTIONS.map((name) => ownerOptions[name]).filter(
    ({ part }) => part === undefined || parts.includes(part),
  );
}

/** How often nothing may be pressed before the call is ended. */
const SILENCES = 2;

/** What follows a key; `key` is empty when nothing was pressed. */
export function chooseForOwner(key: string, turn: OwnerTurn, situation: OwnerSituation): OwnerStep {
  if (key === "#") return { do: "goodbye" };
  if (key === "" && turn.silences + 1 >= SILENCES) return { do: "goodbye" };
  if (turn.asked !== undefined) return confirm(key, turn.asked);
  if (key === "") return { do: "menu", say: "" };
  const option = optionsIn(situation).find((each) => each.key === key);
  if (option === undefined) return { do: "menu", say: "That key does nothing here." };
  const { needs, choose } = option;
  return needs.some((fact) => situation.unreadable.includes(fact)) ? CANNOT_TELL : choose(situation);
}

function confirm(key: string, { ask, number }: NonNullable<OwnerTurn["asked"]>): OwnerStep {
  return key === "1" ? { do: ask, number } : { do: "menu", say: "Nothing was changed." };
}

/** Remote control fails closed. */
const CANNOT_TELL: OwnerStep = {
  do: "menu",
  say: "That cannot be done just now. Please try again in a while.",
};

/** The turn after a step. */
export function nextTurn(key: string, { turn, silences }: OwnerTurn, step: OwnerStep): OwnerTurn {
  const next = { turn: turn + 1, silences: key === "" ? silences + 1 : 0 };
  return step.do === "ask" ? { ...next, asked: { ask: step.ask, number: step.number } } : next;
}
