import { activateBuild, fetchBuildStatus } from "../account/builds";
import { fetchRevision } from "../account/studio-flows";
import type { ServiceRole } from "../config/environment";
import { commitMessageOf } from "../flows/commit-message";
import type { FlowFile } from "../flows/flow-file";
import { unbindFlow } from "../flows/unbind-flow";
import { pageAddresses } from "./console-pages";
import { type DeployOrder, type DeployOutcome, isProject } from "./deploy";
import { withDeployLock } from "./deploy-lock";
import type { Release } from "./deployment";
import { publishUnlessEdited } from "./flow-publish";
import { flowTargets } from "./flow-targets-of";
import { observe } from "./observe";
import type { Observed } from "./observed";
import { type Change, leave } from "./plan";
import { kindOf } from "./plan-service";
import { refuseEdits } from "./refuse-edits";
import { isSameRelease, releaseOf, releasesWith } from "./releases";
import type { Refusal } from "./refusal";
import { foundIn, openWorld, placeOf, type World } from "./world";

const NOTHING_KEPT: Refusal = {
  why: "there is nothing to go back to: no earlier release is kept",
  fix: "deploy an earlier state of the repository instead",
};

/**
 * Goes back to the release before: its flow revisions first, whose Functions the running build still has, then its
 * build, and last the web console's. Variables and Sync stay as they are. When the last deploy broke off, that is the
 * release before it.
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
  const pages = pageAddresses(deployment, project);
  if (!(await order.confirm(changes))) return { kind: "declined", changes, deployment, pages };
  const world = openWorld({ account, project, observed, report, sleep: account.sleep });
  await withDeployLock(account, holder, () => goBack(world, target));
  return { kind: "applied", changes, deployment: world.deployment(), pages };
}

/** The newest release that is not what is live. */
function targetOf(observed: Observed): Release | undefined {
  const found = foundIn(observed);
  const live = releaseOf(found, "");
  const releases = releasesWith(observed.kept.deployment, found);
  return releases.findLast((one) => live === undefined || !isSameRelease(one, live));
}

function planRollback({ at, buildSid, console, flows }: Release, observed: Observed): Change[] {
  const builds = [["calls", buildSid] as const, ...(console ? [["console", console.buildSid] as const] : [])];
  return [
    ...Object.entries(flows).map(([name, revision]) => {
      const now = observed.flows[name]?.revision;
      if (now === revision) return leave("flow", name);
      return change("flow", name, `revision ${now} -> what revision ${revision} held`);
    }),
    ...builds.map(([service, sid]) => {
      const kind = kindOf(service, "build");
      const isLive = observed.services[service]?.environment?.buildSid === sid;
      return isLive ? leave(kind, sid) : change(kind, sid, `went live ${at}`);
    }),
  ];
}

const change = (kind: string, name: string, ...details: readonly string[]): Change => ({
  ...{ kind, name, details },
  action: "change",
  steps: [],
});

async function goBack(world: World, target: Release): Promise<void> {
  const { found, deployment, keep } = world;
  const { console } = target;
  await requireBuild(world, "calls", target.buildSid);
  if (console !== undefined) await requireBuild(world, "console", console.buildSid);
  const releases = releasesWith(deployment(), found);
  const earlier = releases.slice(
    0,
    releases.findLastIndex((one) => isSameRelease(one, target)),
  );
  // First of all: whatever happens next, a rollback that is run again goes to the same release.
  await keep({ releases: [...earlier, target] });
  const revisions: Record<string, number> = {};
  for (const [name, revision] of Object.entries(target.flows))
    revisions[name] = await publishAgain(world, { name, revision });
  await activate(world, "calls", target.buildSid);
  if (console !== undefined) await activate(world, "console", console.buildSid);
  await keep({ releases: [...earlier, { ...target, flows: revisions }] });
}

async function requireBuild(
  { account, found }: World,
  service: ServiceRole,
  buildSid: string,
): Promise<void> {
  const { serviceSid } = placeOf(found, service);
  if ((await fetchBuildStatus(account, serviceSid, buildSid)) !== "completed")
    throw new Error(`Cannot go back: the build ${buildSid} cannot run`);
}

async function activate(
  { account, found, report }: World,
  service: ServiceRole,
  buildSid: string,
): Promise<void> {
  if (found.services[service].buildSid === buildSid) return;
  report(`activating the build ${buildSid}`);
  await activateBuild(account, placeOf(found, service), buildSid);
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
  return commitMessageOf(unbindFlow(definition, flowTargets(found.services.calls, flow), flow), revision);
}
