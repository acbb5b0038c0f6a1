import type { DeployOutcome } from "./deploy";
import type { Deployment } from "./deployment";
import type { Change } from "./plan";
import { renderRefusals } from "./refusal";
import { renderPlan } from "./render-plan";
import type { UndeployOutcome } from "./undeploy";

/** How a command of deploying ends: what it prints, and its exit code (1: refused, or not carried out). */
export interface Ending {
  readonly text: string;
  readonly json: unknown;
  readonly exitCode: 0 | 1;
}

/** What `npm run deploy` says at its end. `onlyPlan`: the plan alone was asked for. */
export function endOf(outcome: DeployOutcome, onlyPlan: boolean): Ending {
  if (outcome.kind === "refused") {
    const { refusals } = outcome;
    const text = `Not deployed:\n${renderRefusals(refusals)}`;
    return { text, json: { outcome: "refused", refusals }, exitCode: 1 };
  }
  const { kind, changes, deployment, pages } = outcome;
  const domain = deployment.domainName === undefined ? {} : { domainName: deployment.domainName };
  const isPlanned = kind === "declined" && onlyPlan;
  return {
    text: textOf(kind, changes, { deployment, pages, onlyPlan }),
    json: { outcome: isPlanned ? "planned" : kind, changes: changes.map(withoutSteps), ...domain, pages },
    exitCode: kind === "declined" && !onlyPlan ? 1 : 0,
  };
}

interface Told {
  readonly deployment: Deployment;
  readonly pages: readonly string[];
  readonly onlyPlan: boolean;
}

function textOf(
  kind: "unchanged" | "declined" | "applied",
  changes: readonly Change[],
  { deployment, pages, onlyPlan }: Told,
): string {
  switch (kind) {
    case "unchanged":
      return renderPlan(changes);
    case "declined":
      return onlyPlan ? "This is the plan. npm run deploy carries it out." : "Nothing was changed.";
    case "applied":
      return [
        `Done. The Functions are at https://${deployment.domainName}.`,
        ...(pages.length === 0 ? [] : [`The web console is at ${pages.join(" and ")}.`]),
        "npm run doctor checks that all is well.",
      ].join(" ");
  }
}

function withoutSteps({ steps: _steps, ...change }: Change): Omit<Change, "steps"> {
  return change;
}

/** What `npm run undeploy` says at its end. */
export function endOfUndeploy({ kind, changes, backup }: UndeployOutcome, onlyPlan: boolean): Ending {
  const isPlanned = kind === "declined" && onlyPlan;
  const saved = backup === undefined ? "" : ` What was in Sync is in ${backup}.`;
  const texts = {
    nothing: "Nothing is deployed: there is nothing to remove.",
    declined: onlyPlan ? "This is the plan. npm run undeploy carries it out." : "Nothing was removed.",
    removed: `Done.${saved} npm run deploy starts anew.`,
  };
  const document = { outcome: isPlanned ? "planned" : kind, changes: changes.map(withoutSteps), backup };
  return { text: texts[kind], json: document, exitCode: kind === "declined" && !onlyPlan ? 1 : 0 };
}
