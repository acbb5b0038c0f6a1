import type { LiveFlow } from "../account/studio-flows";
import { bindFlow } from "../flows/bind-flow";
import { fingerprintOf, isSameFlow } from "../flows/canonical-flow";
import { parseFingerprint } from "../flows/commit-message";
import { diffFlows } from "../flows/diff-flows";
import type { FlowChange } from "../flows/flow-change";
import type { FlowFile } from "../flows/flow-file";
import { flowPathsOf } from "../flows/flow-paths";
import type { FlowTargets } from "../flows/flow-targets";
import { unbindFlow } from "../flows/unbind-flow";

/**
 * How the latest revision of a flow stands to our file, whether it is published or a draft:
 * - `absent`: the account has no such flow;
 * - `same`: it is what we would publish;
 * - `ours`: nobody has edited it since we published it, or it holds what the file holds, but it has to be published;
 * - `pulled`: the owner's, and the repository has it;
 * - `edited`: the owner's, and publishing would lose it.
 */
export type FlowStanding =
  | { readonly kind: "absent" }
  | {
      readonly kind: "same" | "ours" | "pulled" | "edited";
      /** What the revision holds, as the repository would have it. */
      readonly held: unknown;
      /** What publishing our file would change. */
      readonly changes: readonly FlowChange[];
      /** Why it has to be published, or must not be, in a sentence; empty when it is the same. */
      readonly why: string;
    };

/** What a flow is judged by besides itself. */
export interface FlowContext {
  readonly targets: FlowTargets;
  /** The revision of the last release. */
  readonly released?: number | undefined;
}

/** How a live flow stands to ours. @throws TypeError when our file cannot be bound */
export function flowStanding(live: LiveFlow | undefined, ours: FlowFile, context: FlowContext): FlowStanding {
  if (live === undefined) return { kind: "absent" };
  const held = unbindFlow(live.definition, context.targets, ours);
  return { ...judge({ live, ours, held, context }), held, changes: diffFlows(held, ours.definition) };
}

interface Case {
  readonly live: LiveFlow;
  readonly ours: FlowFile;
  readonly held: unknown;
  readonly context: FlowContext;
}

interface Judgement {
  readonly kind: "same" | "ours" | "pulled" | "edited";
  readonly why: string;
}

function judge(one: Case): Judgement {
  const { live, ours, held } = one;
  const revision = `revision ${live.revision}`;
  if (isWhatWeHave(one)) {
    if (live.status === "draft")
      return { kind: "ours", why: `${revision} is a draft, which callers do not meet` };
    if (isBoundToday(one)) return { kind: "same", why: "" };
    return { kind: "ours", why: `${revision} leads to what was deployed before` };
  }
  if (isUnedited(one)) return { kind: "ours", why: `${revision} is another version of ours` };
  if (fingerprintOf(held) === ours.bindings.pulled?.fingerprint)
    return { kind: "pulled", why: `${revision} was edited in Studio, and pulled` };
  const state = live.status === "draft" ? "an unpublished draft" : "published";
  return { kind: "edited", why: `${revision}, ${state}, was edited in Studio and not pulled` };
}

/** Studio may have filled in what we left out; then it is still the revision that we made of this very file. */
function isWhatWeHave(one: Case): boolean {
  const { live, ours, held } = one;
  if (isSameFlow(held, ours.definition)) return true;
  return isReleased(one) && parseFingerprint(live.commitMessage) === fingerprintOf(ours.definition);
}

/** Its commit message tells what we published; a revision never changes, so the one we released is ours as well. */
function isUnedited(one: Case): boolean {
  return parseFingerprint(one.live.commitMessage) === fingerprintOf(one.held) || isReleased(one);
}

function isReleased({ live, context }: Case): boolean {
  return live.revision === context.released && parseFingerprint(live.commitMessage) !== undefined;
}

/** Whether its hosts, SIDs and values are those of today. */
function isBoundToday({ live, ours, held, context }: Case): boolean {
  const heldAs = { ...ours, definition: held };
  return callsOf(heldAs) === callsOf(ours) && isSameFlow(live.definition, bindFlow(heldAs, context.targets));
}

/** What of our Service a flow calls: a URL at another host does not count. */
function callsOf(flow: FlowFile): string {
  return flowPathsOf(flow)
    .map(({ widget, path }) => `${widget} ${path}`)
    .sort()
    .join();
}
