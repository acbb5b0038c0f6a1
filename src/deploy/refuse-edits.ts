import { renderFlowDiff } from "../flows/render-flow-diff";
import { type FlowFacts, standingOf } from "./plan-flows";
import type { Project } from "./project";
import type { Refusal } from "./refusal";

/** The flows that were edited in Studio's editor since, and whose edits the repository has not: they would be lost. */
export function refuseEdits({ flows }: Pick<Project, "flows">, observed: FlowFacts): Refusal[] {
  return flows.flatMap((flow) => {
    const standing = standingOf(flow, observed);
    if (standing.kind !== "edited") return [];
    return [
      {
        why: `the flow ${flow.name} would lose an edit: ${standing.why}. Publishing would change:`,
        details: renderFlowDiff(standing.changes).split("\n"),
        fix: "npm run studio:pull brings the edit into the repository",
      },
    ];
  });
}
