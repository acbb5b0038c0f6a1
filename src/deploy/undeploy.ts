import type { Account } from "../account/account";
import { listNumbers, type PhoneNumber, updateNumber } from "../account/phone-numbers";
import { removeService } from "../account/serverless-services";
import { removeCredentialList, removeSipDomain } from "../account/sip-domains";
import { removeFlow } from "../account/studio-flows";
import { removeSyncService } from "../account/sync-services";
import { removeVerifyService } from "../account/verify-services";
import { SERVICE_NAMES } from "../config/environment";
import { type Holder, withDeployLock } from "./deploy-lock";
import { type Deployment, forgetDeployment, keepDeployment, readDeployment } from "./deployment";
import { type Change, leave } from "./plan";
import { kindOf } from "./plan-service";
import { isOurs, planRestore, settingsBefore } from "./plan-numbers";
import { SERVICE_NAME } from "./project";
import type { Report } from "./world";

/** What an undeploy is given. */
export interface UndeployOrder {
  readonly account: Account;
  readonly holder: Holder;
  readonly confirm: (changes: readonly Change[]) => Promise<boolean>;
  /** Saves what a Sync Service holds, and tells where: it is removed with all its data. */
  readonly backUp: (syncServiceSid: string) => Promise<string>;
  readonly report: Report;
}

/** How an undeploy ended: `nothing` when nothing was deployed. */
export interface UndeployOutcome {
  readonly kind: "nothing" | "declined" | "removed";
  readonly changes: readonly Change[];
  /** Where the data of Sync was saved. */
  readonly backup?: string;
}

/** One thing to take away, how, and the deployment without it. */
interface Removal {
  readonly change: Change;
  readonly remove: () => Promise<void>;
  readonly without: (deployment: Deployment) => Deployment;
}

/**
 * Removes what deploy has made, after confirmation. Numbers come first, so that no call reaches what is half gone; they
 * get the settings they had before the first deploy, unless they point elsewhere by now. The data of Sync is saved first.
 * @throws AccountFailure; DeployLocked. What was removed by then stays removed, and the next run goes on from there.
 */
export async function undeploy(order: UndeployOrder): Promise<UndeployOutcome> {
  const { account, holder } = order;
  const { deployment, revision } = await readDeployment(account);
  if (revision === undefined) return { kind: "nothing", changes: [] };
  const removals = listRemovals(account, deployment, await listNumbers(account));
  const changes = removals.map(({ change }) => change);
  if (!(await order.confirm(changes))) return { kind: "declined", changes };
  return withDeployLock(account, holder, async () => {
    const backup = deployment.syncServiceSid && (await order.backUp(deployment.syncServiceSid));
    await carryOut(order, removals);
    return { kind: "removed", changes, ...(backup ? { backup } : {}) };
  });
}

async function carryOut({ account, report }: UndeployOrder, removals: readonly Removal[]): Promise<void> {
  for (const [index, { change, remove, without }] of removals.entries()) {
    report(`[${index + 1}/${removals.length}] ${change.action} ${change.kind} ${change.name}`);
    await remove();
    const kept = await readDeployment(account);
    await keepDeployment(account, { ...kept, deployment: without(kept.deployment) });
  }
  await forgetDeployment(account);
}

/** What is removed by its SID, in this order: what is called after what calls it. */
const REMOVERS = [
  { name: "sipDomainSid", kind: "SIP domain", remove: removeSipDomain },
  { name: "credentialListSid", kind: "SIP credential list", remove: removeCredentialList },
  { name: "verifyServiceSid", kind: "Verify Service", remove: removeVerifyService },
  { name: "serviceSid", kind: "Service", remove: removeService },
  { name: "syncServiceSid", kind: "Sync Service", remove: removeSyncService },
] as const;

function listRemovals(account: Account, deployment: Deployment, numbers: readonly PhoneNumber[]): Removal[] {
  const flows = Object.entries(deployment.flows).map(
    ([name, sid]): Removal => ({
      change: removed("flow", name),
      remove: () => removeFlow(account, sid),
      without: (kept) => ({ ...kept, flows: withoutKey(kept.flows, name) }),
    }),
  );
  const services = REMOVERS.flatMap(({ name, kind, remove }): Removal[] => {
    const sid = deployment[name];
    const change = removed(kind, SERVICE_NAME);
    const without = ({ [name]: _gone, ...kept }: Deployment) => kept;
    return sid === undefined ? [] : [{ change, remove: () => remove(account, sid), without }];
  });
  return [
    ...restorations(account, deployment, numbers),
    ...flows,
    ...consoleRemoval(account, deployment),
    ...services,
  ];
}

function consoleRemoval(account: Account, { console }: Deployment): Removal[] {
  const sid = console?.serviceSid;
  const change = removed(kindOf("console", "Service"), SERVICE_NAMES.console);
  const without = ({ console: _gone, ...kept }: Deployment) => kept;
  return sid === undefined ? [] : [{ change, remove: () => removeService(account, sid), without }];
}

function removed(kind: string, name: string): Change {
  const details = kind === "Sync Service" ? ["with all its data, which is saved to a file first"] : [];
  return { kind, name, action: "remove", details, steps: [] };
}

function restorations(
  account: Account,
  { numbers: kept, flows }: Deployment,
  numbers: readonly PhoneNumber[],
): Removal[] {
  const unkept = numbers
    .filter(({ number, voice }) => kept[number] === undefined && isOurs(voice, flows))
    .map(({ number, sid, voice }) => [number, { sid, before: settingsBefore(voice, flows) }] as const);
  return [...Object.entries(kept), ...unkept].map(([number, { sid, before }]) => {
    const found = numbers.find((one) => one.sid === sid);
    const ours = found !== undefined && isOurs(found.voice, flows);
    return {
      change:
        found === undefined
          ? leave("number", number, "no number of this account any more")
          : planRestore(found, before, ours),
      remove: async () => {
        if (ours) await updateNumber(account, sid, before);
      },
      without: (deployment) => ({ ...deployment, numbers: withoutKey(deployment.numbers, number) }),
    };
  });
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
