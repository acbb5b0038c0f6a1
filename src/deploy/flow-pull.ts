import type { LiveFlow } from "../account/studio-flows";
import { arrangeFlow } from "../flows/arrange-flow";
import { fingerprintOf, isSameFlow } from "../flows/canonical-flow";
import { parseFingerprint } from "../flows/commit-message";
import { diffFlows } from "../flows/diff-flows";
import { findRenames } from "../flows/find-renames";
import type { FlowChange } from "../flows/flow-change";
import type { FlowFile } from "../flows/flow-file";
import { renameInBindings } from "../flows/rename-in-bindings";
import type { FlowStanding } from "./flow-standing";
import type { CommonRevision } from "./live-flows";

/**
 * What pulling does to a flow's file:
 * - `absent`: the account has no such flow;
 * - `unchanged`: Studio holds what the file holds; when it is the owner's work, bindings.json notes that it is pulled;
 * - `ahead`: only the file has changed since they were the same, so there is nothing to pull;
 * - `pulled`: only Studio has changed, or its version is preferred;
 * - `conflict`: both have changed, and the file would lose what it has.
 */
export type FlowPull =
  | { readonly kind: "absent" | "ahead" }
  | {
      readonly kind: "unchanged" | "pulled";
      /** What changes in the file. */
      readonly changes: readonly FlowChange[];
      readonly flow: FlowFile;
    }
  | {
      readonly kind: "conflict";
      /** The revision since which both have changed; undefined when none is known, and all that differs counts as Studio's. */
      readonly since: number | undefined;
      readonly inFile: readonly FlowChange[];
      readonly inStudio: readonly FlowChange[];
    };

/** What a pull is decided by. */
export interface PullCase {
  readonly flow: FlowFile;
  readonly live: LiveFlow;
  readonly standing: Exclude<FlowStanding, { readonly kind: "absent" }>;
  /** What both sides started from. */
  readonly common: CommonRevision | undefined;
  /** Whether Studio's version is wanted whatever the file holds. */
  readonly overwrite: boolean;
}

/** What is to be pulled of a flow. */
export function decidePull(one: PullCase): FlowPull {
  const { flow, standing, common, overwrite } = one;
  const { kind, held } = standing;
  if (isSameFlow(held, flow.definition)) return { kind: "unchanged", changes: [], flow: noted(one, flow) };
  if (!overwrite && kind !== "edited")
    return kind === "same" ? { kind: "unchanged", changes: [], flow } : { kind: "ahead" };
  if (overwrite || (common !== undefined && isSameFlow(common.held, flow.definition))) return take(one);
  const start = common === undefined ? flow.definition : common.held;
  return {
    kind: "conflict",
    since: common?.revision,
    inFile: diffFlows(start, flow.definition),
    inStudio: diffFlows(start, held),
  };
}

function take(one: PullCase): FlowPull {
  const { flow, standing } = one;
  const definition = arrangeFlow(standing.held, flow.definition);
  const bindings = renameInBindings(flow.bindings, findRenames(flow.definition, standing.held));
  const changes = diffFlows(flow.definition, standing.held);
  return { kind: "pulled", changes, flow: noted(one, { ...flow, definition, bindings }) };
}

/** Once the owner's work is in the repository, it may be replaced in Studio. What is ours may be anyway. */
function noted({ live, standing }: PullCase, flow: FlowFile): FlowFile {
  const fingerprint = fingerprintOf(standing.held);
  const stamped = parseFingerprint(live.commitMessage);
  if (stamped === fingerprint || flow.bindings.pulled?.fingerprint === fingerprint) return flow;
  return { ...flow, bindings: { ...flow.bindings, pulled: { revision: live.revision, fingerprint } } };
}
