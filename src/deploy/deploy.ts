import type { Account } from "../account/account";
import { type Holder, withDeployLock } from "./deploy-lock";
import type { Deployment } from "./deployment";
import { applyPlan } from "./apply-plan";
import { pageAddresses } from "./console-pages";
import { changesOf, makePlan } from "./make-plan";
import { observe } from "./observe";
import type { Observed } from "./observed";
import type { Change, Plan } from "./plan";
import type { Project } from "./project";
import type { Refusal } from "./refusal";
import { refuseAccount } from "./refuse-account";
import { refuseEdits } from "./refuse-edits";
import { refuseProject } from "./refuse-project";
import { isNothing } from "./render-plan";
import { warnAccount } from "./warn-account";
import { warnOffice } from "./warn-office";
import { openWorld, type Report } from "./world";

/** What a deploy is given. */
export interface DeployOrder {
  readonly account: Account;
  /** The project, or why it cannot be read. */
  readonly project: Project | readonly Refusal[];
  readonly holder: Holder;
  /** Shown the plan, says whether it shall be carried out. */
  readonly confirm: (changes: readonly Change[]) => Promise<boolean>;
  readonly report: Report;
  /** Told what a deploy has made, also when it breaks off: other commands go by it. */
  readonly note: (deployment: Deployment) => void;
}

/** How a deploy ended. */
export type DeployOutcome =
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: "unchanged" | "declined" | "applied";
      readonly changes: readonly Change[];
      readonly deployment: Deployment;
      /** Where the web console's pages are. */
      readonly pages: readonly string[];
    };

/**
 * Plans, shows and carries out what makes the account as the repository wants it. What does not differ is not touched;
 * a run that finds nothing to change only reads.
 * @throws AccountFailure; DeployLocked. Whatever was done by then stays, and the next run goes on from there.
 */
export async function deploy(order: DeployOrder): Promise<DeployOutcome> {
  const { project } = order;
  const refusals = isProject(project) ? refuseProject(project) : project;
  if (refusals.length > 0 || !isProject(project)) return { kind: "refused", refusals };
  order.report("reading the account");
  const first = await look(order.account, project);
  if ("kind" in first) return first;
  const { plan, observed } = first;
  const changes = changesOf(plan);
  const { deployment } = observed.kept;
  for (const warning of [...warnAccount(project, observed), ...warnOffice(project)])
    order.report(`Warning: ${warning}`);
  const unchanged = { changes, deployment, pages: pageAddresses(deployment, project) };
  if (isNothing(changes)) return { kind: "unchanged", ...unchanged };
  if (!(await order.confirm(changes))) return { kind: "declined", ...unchanged };
  return withDeployLock(order.account, order.holder, () => carryOut(order, { project, confirmed: changes }));
}

/** Whether a project could be read. */
export function isProject(project: DeployOrder["project"]): project is Project {
  return !Array.isArray(project);
}

interface Look {
  readonly observed: Observed;
  readonly plan: Plan;
}

async function look(
  account: Account,
  project: Project,
): Promise<Look | (DeployOutcome & { kind: "refused" })> {
  const observed = await observe(account, project);
  const refusals = [...refuseAccount(project, observed), ...refuseEdits(project, observed)];
  if (refusals.length > 0) return { kind: "refused", refusals };
  return { observed, plan: makePlan({ project, observed }) };
}

/** Looks once more, now that nobody else deploys: what was confirmed is what is done. */
async function carryOut(
  { account, report, note, holder }: DeployOrder,
  { project, confirmed }: { readonly project: Project; readonly confirmed: readonly Change[] },
): Promise<DeployOutcome> {
  const now = await look(account, project);
  if ("kind" in now) return now;
  const { observed, plan } = now;
  const changes = changesOf(plan);
  if (JSON.stringify(changes) !== JSON.stringify(confirmed))
    throw new Error("Cannot go on: the account has changed since the plan was shown. Run deploy again");
  const world = openWorld({ account, project, observed, report, sleep: account.sleep });
  try {
    await applyPlan(world, { plan, at: holder.at });
  } finally {
    note(world.deployment());
  }
  const deployment = world.deployment();
  return { kind: "applied", changes, deployment, pages: pageAddresses(deployment, project) };
}
