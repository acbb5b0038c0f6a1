import type { Account } from "../account/account";
import { createDocument, fetchDocument, removeDocument } from "../account/account-documents";

/** Who deploys. `isAlive` tells whether a process of this machine still runs. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  /** ISO 8601. */
  readonly at: string;
}

/** Its unique name lets only one deploy in; Sync forgets it by itself. */
const LOCK = "gatehouse-deploy-lock";
/** Longer than any deploy takes: five minutes of building at most. */
const LOCK_SECONDS = 15 * 60;

/** Another deploy is under way. */
export class DeployLocked extends Error {
  override readonly name = "DeployLocked";
}

/**
 * Does work that only one deploy may do at a time, on whatever machine it runs.
 * @throws DeployLocked when another one is at it; what `work` throws; AccountFailure
 */
export async function withDeployLock<T>(
  account: Account,
  holder: Holder,
  work: () => Promise<T>,
): Promise<T> {
  await takeLock(account, holder);
  try {
    return await work();
  } finally {
    // What cannot be given back now expires, or is taken over by the next deploy on this machine.
    await removeDocument(account, LOCK).catch(() => undefined);
  }
}

async function takeLock(account: Account, holder: Holder): Promise<void> {
  const { host, pid, at } = holder;
  const order = { data: { host, pid, at }, ttlSeconds: LOCK_SECONDS };
  if (await createDocument(account, LOCK, order)) return;
  const found = await fetchDocument(account, LOCK);
  if (found !== undefined && !isLeftBehind(found.data, holder)) throw locked(found.data);
  // Its holder is dead, or has just finished.
  if (found !== undefined) await removeDocument(account, LOCK);
  if (!(await createDocument(account, LOCK, order))) throw locked({});
}

/** A process of this machine that runs no more, or this very process, which deploys once at a time. */
function isLeftBehind({ host, pid }: Readonly<Record<string, unknown>>, holder: Holder): boolean {
  return host === holder.host && typeof pid === "number" && (pid === holder.pid || !holder.isAlive(pid));
}

function locked({ host, pid, at }: Readonly<Record<string, unknown>>): DeployLocked {
  const who = typeof host === "string" ? ` on ${host} (process ${pid}, since ${at})` : "";
  return new DeployLocked(
    `Another deploy is under way${who}. Wait for it; if it has crashed, the lock ends by itself within 15 minutes (or remove the document ${LOCK} of the default Sync Service)`,
  );
}
