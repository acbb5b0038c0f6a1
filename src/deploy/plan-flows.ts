import type { FlowFile } from "../flows/flow-file";
import { renderFlowDiff } from "../flows/render-flow-diff";
import { type FlowStanding, flowStanding } from "./flow-standing";
import { observedTargets } from "./flow-targets-of";
import type { Observed } from "./observed";
import { type Change, create, leave, type Planner } from "./plan";

/** What of the account flows are planned by. */
export interface FlowFacts extends Pick<Observed, "kept" | "flows"> {
  readonly services: Pick<Observed["services"], "calls">;
}

/** How a flow of the repository stands to its latest revision in Studio. */
export function standingOf(flow: FlowFile, observed: FlowFacts): FlowStanding {
  const released = observed.kept.deployment.releases.at(-1)?.flows[flow.name];
  const targets = observedTargets(observed, flow);
  return flowStanding(observed.flows[flow.name], flow, { targets, released });
}

/** The flows, published where they differ. One that was edited in Studio and not pulled has been refused before. */
export const planFlows: Planner = ({ project, observed }) => [
  ...project.flows.map((flow) => planFlow(flow, observed)),
  ...Object.keys(observed.kept.deployment.flows)
    .filter((name) => !project.flows.some((flow) => flow.name === name))
    .map((name) => leave("flow", name, "of no use to the policy now; it stays in Studio")),
];

/** What is to be done to one flow. */
export function planFlow(flow: FlowFile, observed: FlowFacts): Change {
  const { name } = flow;
  const standing = standingOf(flow, observed);
  const step = { do: "publishFlow", name } as const;
  switch (standing.kind) {
    case "absent":
      return create("flow", name, step);
    case "same":
      return leave("flow", name, `revision ${observed.flows[name]?.revision}`);
    case "ours":
    case "pulled":
    case "edited": {
      const details = [standing.why, ...renderFlowDiff(standing.changes).split("\n")].filter(Boolean);
      return { kind: "flow", name, action: "change", details, steps: [step] };
    }
  }
}
