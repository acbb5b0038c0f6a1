import type { Party } from "../local-twilio/voice/party";
import { parseHeardPattern } from "../simulator/heard-pattern";
import type { CallerStep, StepAct } from "../simulator/scripted-caller";
import { scriptedParty } from "../simulator/scripted-party";

/** A number of the fictional range that is in no list of the bench, by its last two digits from 01 to 49. */
export function strangerNumber(index: number): string {
  return `+121255501${String((index % 49) + 1).padStart(2, "0")}`;
}

/** A person who presses the digits asked for, leaves a message, and hangs up. */
export function leavesMessage(): Party {
  return scriptedParty([
    step("(\\d(?: \\d)+)", { does: "press", keys: "$1" }),
    step("beep", { does: "speak", text: "Please call me back", seconds: 6 }),
    { act: { does: "hangUp" } },
  ]).party;
}

/** A robot: says nothing, presses nothing. */
export function staysSilent(): Party {
  return scriptedParty([]).party;
}

function step(source: string, act: StepAct): CallerStep {
  const hears = parseHeardPattern(source);
  if (hears === undefined) throw new SyntaxError(`Cannot read ${source}`);
  return { hears, act };
}
