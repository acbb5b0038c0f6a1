import type { Ending } from "./print-outcome";
import type { PushOutcome } from "./push-flows";
import { renderRefusals } from "./refusal";
import { renderPlan } from "./render-plan";

/** What `npm run studio:push` says at its end. `onlyPlan`: the plan alone was asked for. */
export function endOfPush(outcome: PushOutcome, onlyPlan: boolean): Ending {
  if (outcome.kind === "refused") {
    const { refusals } = outcome;
    const text = `Not published:\n${renderRefusals(refusals)}`;
    return { text, json: { outcome: "refused", refusals }, exitCode: 1 };
  }
  const { kind, changes, revisions } = outcome;
  const isPlanned = kind === "declined" && onlyPlan;
  return {
    text: textOf(outcome, onlyPlan),
    json: {
      outcome: isPlanned ? "planned" : kind,
      changes: changes.map(({ steps: _steps, ...change }) => change),
      revisions,
    },
    exitCode: kind === "declined" && !onlyPlan ? 1 : 0,
  };
}

function textOf(
  { kind, changes, revisions }: Exclude<PushOutcome, { readonly kind: "refused" }>,
  onlyPlan: boolean,
): string {
  switch (kind) {
    case "unchanged":
      return renderPlan(changes);
    case "declined":
      return onlyPlan ? "This is the plan. npm run studio:push carries it out." : "Nothing was changed.";
    case "applied": {
      const live = Object.entries(revisions).map(([name, revision]) => `${name} at revision ${revision}`);
      return `Done. Calls meet ${live.join(", ")}.`;
    }
  }
}
