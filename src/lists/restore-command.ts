import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fetchSyncService, type SyncService } from "../account/sync-services";
import { applyRestore } from "./apply-restore";
import { isAgreed, progressOf } from "./carry-out";
import { type ListsCall, type ListsCommand, printJson } from "./command";
import { createPace } from "./pace";
import { parseBackup } from "./parse-backup";
import { planRestore, type RestorePlan } from "./plan-restore";
import type { Backup } from "./render-backup";
import { renderRestore, subjectsOf } from "./render-restore";
import { readSyncContents } from "./sync-contents";

/** `lists -- restore`. */
export const restoreCommand: ListsCommand = {
  usage: "restore FILE [--service IS…] [--yes] [--json]",
  does: "makes Sync equal to a backup, after showing what would change",
  help: `What the backup does not have is removed; maps that Gatehouse cannot be without are emptied. What is to expire does so
at the same time as before; what has expired since the backup is left out. Who has signed out of the web console stays signed out. Stopped half-way, it is
simply run again.
  --service IS…  another Sync Service than SYNC_SERVICE_SID
  --yes          write without asking (without a terminal nothing is written without it)
Exit code 0; 1 when somebody wrote meanwhile, and Sync is not as the backup has it.`,
  options: { service: { type: "string" }, yes: { type: "boolean" } },
  async run(call) {
    const { world, account, serviceSid, positionals, isSet } = call;
    const [file] = positionals;
    if (file === undefined) throw new Error("Which file? npm run lists -- restore FILE");
    const backup = parseBackup(readFileSync(resolve(world.projectDir, file), "utf8"), file);
    const service = await fetchSyncService(account, serviceSid);
    if (service === undefined) throw new Error(`Cannot find the Sync Service ${serviceSid} in this account`);
    const reading = await readSyncContents(account, serviceSid, world.tell);
    const plan = planRestore(backup, reading, world.now());
    if (!isSet("json"))
      for (const line of [titleOf(backup, service), ...renderRestore(plan)]) world.print(line);
    const isNeeded = plan.maps.length + plan.items.length > 0;
    const isWritten = isNeeded && (await isAgreed(call, `Make ${service.friendlyName} so?`));
    if (isWritten) await write(call, { plan, reading });
    const left = isWritten ? await stillToDo(call, backup) : 0;
    report(call, {
      file,
      backup,
      service,
      plan,
      left,
      outcome: isNeeded ? (isWritten ? "written" : "preview") : "unchanged",
    });
    return left > 0 ? 1 : 0;
  },
};

function titleOf({ service: from, at }: Backup, to: SyncService): string {
  return `From ${from.friendlyName} (${from.sid}) as it was at ${at}, to ${to.friendlyName} (${to.sid})`;
}

async function write(
  { world, account, serviceSid }: ListsCall,
  {
    plan,
    reading,
  }: { readonly plan: RestorePlan; readonly reading: Awaited<ReturnType<typeof readSyncContents>> },
): Promise<void> {
  const { now, tell } = world;
  const pace = createPace({ now, sleep: account.sleep });
  const onProgress = progressOf(tell, "restored");
  await world.guard((signal) =>
    applyRestore({ account, serviceSid, pace, now, reading, signal, onProgress }, plan),
  );
}

/** Reads everything once more: a call that came in meanwhile leaves its row. */
async function stillToDo({ world, account, serviceSid }: ListsCall, backup: Backup): Promise<number> {
  const { maps, items } = planRestore(backup, await readSyncContents(account, serviceSid), world.now());
  return maps.length + items.length;
}

interface Restored {
  readonly file: string;
  readonly backup: Backup;
  readonly service: SyncService;
  readonly plan: RestorePlan;
  readonly left: number;
  readonly outcome: "written" | "preview" | "unchanged";
}

function report({ world, isSet }: ListsCall, restored: Restored): void {
  const { file, backup, service, plan, left, outcome } = restored;
  const { same, expired, unreachable } = plan;
  if (isSet("json"))
    printJson(world, {
      ...{ file, from: backup.service, at: backup.at, service, outcome, same, expired, unreachable, left },
      created: subjectsOf(plan, "create"),
      changed: subjectsOf(plan, "change"),
      removed: subjectsOf(plan, "remove"),
    });
  else if (outcome === "unchanged") world.print("Nothing to do");
  else if (outcome === "preview") world.print("Nothing is written; --yes writes it");
  else if (left === 0) world.print("Restored");
  else world.print(`Written, but ${left} are not as in the backup: somebody wrote meanwhile. Run it again`);
}
