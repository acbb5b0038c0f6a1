import { activateBuild, fetchBuildStatus } from "../account/builds";
import { fetchRevision } from "../account/studio-flows";
import { commitMessageOf } from "../flows/commit-message";
import type { FlowFile } from "../flows/flow-file";
import { unbindFlow } from "../flows/unbind-flow";
import { isSameRelease } from "./apply-plan";
import { type DeployOrder, type DeployOutcome, isProject } from "./deploy";
import { withDeployLock } from "./deploy-lock";
import type { Release } from "./deployment";
import { publishUnlessEdited } from "./flow-publish";
import { flowTargets } from "./flow-targets-of";
import { observe } from "./observe";
import type { Observed } from "./observed";
import type { Change } from "./plan";
import { refuseEdits } from "./refuse-edits";
import type { Refusal } from "./refusal";
import { made, openWorld, type World } from "./world";

const NOTHING_KEPT: Refusal = {
  why: "there is nothing to go back to: no earlier release is kept",
  fix: "deploy an earlier state of the repository instead",
};

/**
 * Goes back to the release before: its flow revisions first, whose Functions the running build still has, then its
 * build. Variables and Sync stay as they are. When the last deploy broke off, that is the release before it.
 * @throws AccountFailure; DeployLocked
 */
export async function rollBack(order: DeployOrder): Promise<DeployOutcome> {
  const { account, project, report, holder } = order;
  if (!isProject(project)) return { kind: "refused", refusals: project };
  report("reading the account");
  const observed = await observe(account, project);
  const { deployment } = observed.kept;
  const target = targetOf(observed);
  const edits = refuseEdits(project, observed);
  if (target === undefined || edits.length > 0)
    return { kind: "refused", refusals: target === undefined ? [NOTHING_KEPT] : edits };
  const changes = planRollback(target, observed);
  if (!(await order.confirm(changes))) return { kind: "declined", changes, deployment };
  const world = openWorld({ account, project, observed, report, sleep: account.sleep });
  await withDeployLock(account, holder, () => goBack(world, target));
  return { kind: "applied", changes, deployment: world.deployment() };
}

/** The newest release that is not what is live. */
function targetOf({ kept, service, flows }: Observed): Release | undefined {
  const { releases } = kept.deployment;
  const revisions = Object.entries(flows).map(([name, { revision }]) => [name, revision] as const);
  const live = { buildSid: service?.environment?.buildSid ?? "", flows: Object.fromEntries(revisions) };
  const last = releases.at(-1);
  return last !== undefined && isSameRelease(last, live) ? releases.at(-2) : last;
}

function planRollback({ at, buildSid, flows }: Release, observed: Observed): Change[] {
  const build: Change = {
    kind: "build",
    name: buildSid,
    action: "change",
    details: [`went live ${at}`],
    steps: [],
  };
  const back = Object.entries(flows).map(([name, revision]): Change => {
    const now = observed.flows[name]?.revision;
    return {
      kind: "flow",
      name,
      action: "change",
      details: [`revision ${now} -> what revision ${revision} held`],
      steps: [],
    };
  });
  return [...back, build];
}

async function goBack(world: World, target: Release): Promise<void> {
  const { account, found, report, deployment, keep } = world;
  const serviceSid = made(found, "serviceSid");
  const environmentSid = made(found, "environmentSid");
  if ((await fetchBuildStatus(account, serviceSid, target.buildSid)) !== "completed")
    throw new Error(`Cannot go back: the build ${target.buildSid} cannot run`);
  const { releases } = deployment();
  const earlier = releases.slice(
    0,
    releases.findLastIndex((one) => isSameRelease(one, target)),
  );
  // First of all: whatever happens next, a rollback that is run again goes to the same release.
  await keep({ releases: [...earlier, target] });
  const revisions: Record<string, number> = {};
  for (const [name, revision] of Object.entries(target.flows))
    revisions[name] = await publishAgain(world, { name, revision });
  report(`activating the build ${target.buildSid}`);
  await activateBuild(account, { serviceSid, environmentSid }, target.buildSid);
  await keep({ releases: [...earlier, { ...target, flows: revisions }] });
}

/** Studio knows no way back but to publish what a revision held once more. */
async function publishAgain(
  world: World,
  { name, revision }: { readonly name: string; readonly revision: number },
): Promise<number> {
  const { account, observed, project, report } = world;
  const live = observed.flows[name];
  const flow = project.flows.find((one) => one.name === name);
  if (live === undefined || flow === undefined || live.revision === revision)
    return live?.revision ?? revision;
  const before = await fetchRevision(account, live.sid, String(revision));
  if (before === undefined) throw new Error(`Cannot go back: Studio has no revision ${revision} of ${name}`);
  report(`publishing revision ${revision} of the flow ${name} again`);
  const commitMessage = messageOf(world, flow, { definition: before.definition, revision });
  const { definition } = before;
  return (await publishUnlessEdited(account, live, { definition, commitMessage })).revision;
}

function messageOf(
  { found }: World,
  flow: FlowFile,
  { definition, revision }: { readonly definition: unknown; readonly revision: number },
): string {
  return commitMessageOf(unbindFlow(definition, flowTargets(found, flow), flow), revision);
}
