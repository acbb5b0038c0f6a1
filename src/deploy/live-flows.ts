import type { Account } from "../account/account";
import { fetchRevision, type LiveFlow } from "../account/studio-flows";
import { fingerprintOf } from "../flows/canonical-flow";
import { parseFingerprint } from "../flows/commit-message";
import type { FlowFile } from "../flows/flow-file";
import { unbindFlow } from "../flows/unbind-flow";
import { readDeployment } from "./deployment";
import { observedTargets } from "./flow-targets-of";
import { observeFlows, observeService } from "./observe";
import type { FlowFacts } from "./plan-flows";

/**
 * What flows alone are judged by: the deployment, our Service, and the latest revision of each, draft or published.
 * @throws AccountFailure; Error when nothing is deployed
 */
export async function readFlowFacts(account: Account, flows: readonly FlowFile[]): Promise<FlowFacts> {
  const kept = await readDeployment(account);
  const [calls, live] = await Promise.all([
    observeService(account, "calls"),
    observeFlows(account, { flows }, kept.deployment),
  ]);
  if (calls?.environment === undefined)
    throw new Error(
      "Cannot tell what the flows are bound to: nothing is deployed yet; npm run deploy comes first",
    );
  return { kept, services: { calls }, flows: live };
}

/** The same with the revisions that callers meet. A flow that was never published is left out. @throws AccountFailure */
export async function withPublished(account: Account, facts: FlowFacts): Promise<FlowFacts> {
  const found = await Promise.all(
    Object.entries(facts.flows).map(async ([name, live]) => {
      const isLive = live.status === "published";
      return [name, isLive ? live : await fetchRevision(account, live.sid, "LatestPublished")] as const;
    }),
  );
  const flows = found.flatMap(([name, live]) => (live === undefined ? [] : [[name, live] as const]));
  return { ...facts, flows: Object.fromEntries(flows) };
}

/** How far back a common version is looked for: Studio keeps every draft. */
const MOST_REVISIONS = 25;

/** A revision that the repository and Studio have in common. */
export interface CommonRevision {
  readonly revision: number;
  /** What it holds, as the repository would have it. */
  readonly held: unknown;
}

/**
 * The newest revision before the live one that we published, or pulled: what both sides started from. Studio's list of
 * revisions cannot be had through the helper library 6.2.0, whose `revisions.list()` breaks on any that is not empty.
 * @throws AccountFailure
 */
export async function findCommonRevision(
  account: Account,
  { flow, live, facts }: { readonly flow: FlowFile; readonly live: LiveFlow; readonly facts: FlowFacts },
): Promise<CommonRevision | undefined> {
  const oldest = Math.max(1, live.revision - MOST_REVISIONS);
  for (let revision = live.revision - 1; revision >= oldest; revision -= 1) {
    const earlier = await fetchRevision(account, live.sid, String(revision));
    const held = earlier && unbindFlow(earlier.definition, observedTargets(facts, flow), flow);
    if (earlier !== undefined && isCommon(earlier, held, { flow, facts })) return { revision, held };
  }
  return undefined;
}

function isCommon(
  { revision, commitMessage }: LiveFlow,
  held: unknown,
  { flow, facts }: { readonly flow: FlowFile; readonly facts: FlowFacts },
): boolean {
  const fingerprint = fingerprintOf(held);
  const isReleased = facts.kept.deployment.releases.some(({ flows }) => flows[flow.name] === revision);
  const stamped = parseFingerprint(commitMessage);
  const isOurs = stamped === fingerprint || (stamped !== undefined && isReleased);
  return isOurs || fingerprint === flow.bindings.pulled?.fingerprint;
}
