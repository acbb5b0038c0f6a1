import { createInterface } from "node:readline/promises";
import type { Change } from "./plan";
import { renderPlan } from "./render-plan";

/** How a plan is confirmed. */
export interface Confirmation {
  /** Stop at the plan. */
  readonly onlyPlan: boolean;
  /** Carry it out without asking. */
  readonly yes: boolean;
  /** Where the plan is shown; nowhere, when left out. */
  readonly show?: ((text: string) => void) | undefined;
  /** Whether somebody can be asked. */
  readonly isTerminal: boolean;
}

/** Makes what shows a plan and asks whether to carry it out. Without a terminal nobody is asked, and it is not. */
export function confirmPlan({ onlyPlan, yes, show, isTerminal }: Confirmation) {
  return async (changes: readonly Change[]): Promise<boolean> => {
    show?.(renderPlan(changes));
    if (onlyPlan || yes) return yes && !onlyPlan;
    if (!isTerminal) {
      show?.("There is no terminal to ask at: --yes carries it out.");
      return false;
    }
    return askAtTerminal("Carry it out? [y/N] ");
  };
}

/** Whether the answer is yes; the end of the input is no. */
async function askAtTerminal(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => reader.once("close", () => resolve("")));
  try {
    return /^y(es)?$/i.test((await Promise.race([reader.question(question), closed])).trim());
  } finally {
    reader.close();
  }
}
