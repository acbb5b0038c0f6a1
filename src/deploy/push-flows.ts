import type { Account } from "../account/account";
import { bindFlow } from "../flows/bind-flow";
import { commitMessageOf } from "../flows/commit-message";
import type { FlowFile } from "../flows/flow-file";
import { type Holder, withDeployLock } from "./deploy-lock";
import { keepDeployment } from "./deployment";
import type { CheckFlow } from "./flow-check";
import { publishUnlessEdited } from "./flow-publish";
import { observedTargets } from "./flow-targets-of";
import { readFlowFacts } from "./live-flows";
import type { Change } from "./plan";
import { type FlowFacts, planFlow } from "./plan-flows";
import type { Refusal } from "./refusal";
import { refuseByStudio, refusePush } from "./refuse-push";
import { isNothing } from "./render-plan";
import type { Report } from "./world";

/** What to push, and how. */
export interface PushOrder {
  readonly account: Account;
  readonly flows: readonly FlowFile[];
  readonly holder: Holder;
  readonly check: CheckFlow;
  /** Shown the plan, says whether it shall be carried out. */
  readonly confirm: (changes: readonly Change[]) => Promise<boolean>;
  readonly report: Report;
}

/** How a push ended. */
export type PushOutcome =
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: "unchanged" | "declined" | "applied";
      readonly changes: readonly Change[];
      /** The revisions that are live now, by the flow's name. */
      readonly revisions: Readonly<Record<string, number>>;
    };

/**
 * Publishes flows, and nothing else: Functions stay as they are. What was edited in Studio and not pulled is refused.
 * @throws AccountFailure; DeployLocked; FlowChangedMeanwhile
 */
export async function pushFlows(order: PushOrder): Promise<PushOutcome> {
  const first = await look(order);
  if ("kind" in first) return first;
  const { changes, facts } = first;
  if (isNothing(changes)) return { kind: "unchanged", changes, revisions: revisionsIn(facts) };
  const refusals = await refuseByStudio(order.account, flowsIn(order.flows, changes), facts);
  if (refusals.length > 0) return { kind: "refused", refusals };
  if (!(await order.confirm(changes))) return { kind: "declined", changes, revisions: revisionsIn(facts) };
  return withDeployLock(order.account, order.holder, () => carryOut(order, changes));
}

interface Look {
  readonly facts: FlowFacts;
  readonly changes: readonly Change[];
}

async function look({
  account,
  flows,
  check,
}: PushOrder): Promise<Look | (PushOutcome & { kind: "refused" })> {
  const facts = await readFlowFacts(account, flows);
  const refusals = await refusePush(account, { flows, check, facts });
  if (refusals.length > 0) return { kind: "refused", refusals };
  return { facts, changes: flows.map((flow) => planFlow(flow, facts)) };
}

const revisionsIn = ({ flows }: FlowFacts): Record<string, number> =>
  Object.fromEntries(Object.entries(flows).map(([name, { revision }]) => [name, revision]));

/** The flows that a plan publishes. */
function flowsIn(flows: readonly FlowFile[], changes: readonly Change[]): FlowFile[] {
  return flows.filter(({ name }) => changes.some((one) => one.name === name && one.action !== "leave"));
}

/** Looks once more, now that nobody else deploys: what was confirmed is what is done. */
async function carryOut(order: PushOrder, confirmed: readonly Change[]): Promise<PushOutcome> {
  const now = await look(order);
  if ("kind" in now) return now;
  const { changes, facts } = now;
  if (JSON.stringify(changes) !== JSON.stringify(confirmed))
    throw new Error("Cannot go on: the account has changed since the plan was shown. Run this again");
  const revisions = revisionsIn(facts);
  for (const flow of flowsIn(order.flows, changes)) revisions[flow.name] = await publish(order, flow, facts);
  await noteRelease(order, facts, revisions);
  return { kind: "applied", changes, revisions };
}

async function publish({ account, report }: PushOrder, flow: FlowFile, facts: FlowFacts): Promise<number> {
  const live = facts.flows[flow.name];
  if (live === undefined) throw new Error(`Cannot publish the flow ${flow.name}: it is gone`);
  report(`publishing the flow ${flow.name}`);
  const definition = bindFlow(flow, observedTargets(facts, flow));
  const commitMessage = commitMessageOf(flow.definition);
  const { revision } = await publishUnlessEdited(account, live, { definition, commitMessage });
  return revision;
}

/** The new revisions went live with the build that was there: a rollback goes back to both. */
async function noteRelease(
  { account, holder }: PushOrder,
  { kept, services, flows: live }: FlowFacts,
  revisions: Readonly<Record<string, number>>,
): Promise<void> {
  const { deployment } = kept;
  const sids = Object.fromEntries(Object.entries(live).map(([name, { sid }]) => [name, sid]));
  const flows = { ...deployment.flows, ...sids };
  const buildSid = services.calls?.environment?.buildSid ?? "";
  const last = deployment.releases.at(-1);
  const release = { ...last, at: holder.at, buildSid, flows: { ...last?.flows, ...revisions } };
  const releases = [...deployment.releases, release];
  await keepDeployment(account, { ...kept, deployment: { ...deployment, flows, releases } });
}
