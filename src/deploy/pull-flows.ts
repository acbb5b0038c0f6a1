import type { Account } from "../account/account";
import type { FlowFile } from "../flows/flow-file";
import { readFlowFiles } from "../flows/read-flow-files";
import { writeFlowFile } from "../flows/write-flow-file";
import { fillProblems } from "./fill-problems";
import type { CheckFlow, FlowProblem } from "./flow-check";
import { decidePull, type FlowPull } from "./flow-pull";
import { findCommonRevision, readFlowFacts, withPublished } from "./live-flows";
import { type FlowFacts, standingOf } from "./plan-flows";
import { readProjectFlows } from "./read-project-flows";

/** What to pull, and how. */
export interface PullOrder {
  readonly account: Account;
  readonly projectDir: string;
  /** The flows' names; all of them when there are none. */
  readonly names: readonly string[];
  /** Take the revisions that callers meet, not later drafts. */
  readonly published: boolean;
  /** Write nothing. */
  readonly dryRun: boolean;
  /** Take Studio's version even where the file has changes of its own. */
  readonly overwrite: boolean;
  readonly check: CheckFlow;
}

/** How the pull of one flow went. */
export interface PulledFlow {
  readonly name: string;
  readonly file: string;
  /** The revision in Studio that was looked at. */
  readonly revision: number | undefined;
  readonly status: "draft" | "published" | undefined;
  readonly pull: FlowPull;
  /** What `studio:check` finds in the file as it is now, or would be, and what of it deploy could not fill in, or keep. */
  readonly problems: readonly FlowProblem[];
}

/**
 * Brings what the owner changed in Studio's editor into the files. A file that has changes of its own, which Studio's
 * version lacks, is left alone.
 * @throws AccountFailure; ConfigurationError for a policy that is not right; TypeError for a name, a file or bindings that
 * cannot be read
 */
export async function pullFlows(order: PullOrder): Promise<PulledFlow[]> {
  const flows = chooseFlows(order.projectDir, order.names);
  const latest = await readFlowFacts(order.account, flows);
  const facts = order.published ? await withPublished(order.account, latest) : latest;
  const pulled: PulledFlow[] = [];
  for (const flow of flows) pulled.push(await pullFlow(order, flow, facts));
  return pulled;
}

/** @throws TypeError for a name that no flow has, or one that the policy has no use for */
function chooseFlows(projectDir: string, names: readonly string[]): readonly FlowFile[] {
  const flows = readProjectFlows(projectDir);
  const known = flows.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  const isUnused = readFlowFiles(projectDir).some(({ name }) => name === unknown);
  if (isUnused) throw new TypeError(`Cannot pull ${unknown}: the policy has no home, which that flow is for`);
  if (unknown !== undefined)
    throw new TypeError(`Cannot pull ${unknown}: there is no such flow; there are ${known.join(", ")}`);
  return names.length === 0 ? flows : flows.filter(({ name }) => names.includes(name));
}

async function pullFlow(order: PullOrder, flow: FlowFile, facts: FlowFacts): Promise<PulledFlow> {
  const pull = await decide(order, flow, facts);
  const { name, file } = flow;
  const live = facts.flows[name];
  const about = { name, file, revision: live?.revision, status: live?.status, pull };
  if (!("flow" in pull)) return { ...about, problems: [] };
  if (!order.dryRun && pull.flow !== flow) writeFlowFile(order.projectDir, pull.flow);
  return { ...about, problems: [...order.check(pull.flow), ...fillProblems(flow, pull.flow)] };
}

async function decide(
  { account, overwrite }: PullOrder,
  flow: FlowFile,
  facts: FlowFacts,
): Promise<FlowPull> {
  const live = facts.flows[flow.name];
  const standing = standingOf(flow, facts);
  if (live === undefined || standing.kind === "absent") return { kind: "absent" };
  const isAsked = standing.kind === "edited" && !overwrite;
  const common = isAsked ? await findCommonRevision(account, { flow, live, facts }) : undefined;
  return decidePull({ flow, live, standing, common, overwrite });
}
