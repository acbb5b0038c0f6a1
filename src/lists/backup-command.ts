import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { backupSync } from "./backup-sync";
import { type ListsCommand, printJson } from "./command";
import { freeBackupName } from "./save-backup";
import { writeNewFile } from "./write-new-file";

/** `lists -- backup`. */
export const backupCommand: ListsCommand = {
  usage: "backup [FILE] [--service IS…] [--json]",
  does: "writes everything in Sync to one file that only you may read",
  help: `FILE is gatehouse-backup-<date>.json when left out, and is never one that exists. It holds every map and document of
the Sync Service with its data, and when what is to expire expires.
  --service IS…  another Sync Service than SYNC_SERVICE_SID`,
  options: { service: { type: "string" } },
  async run({ world, account, serviceSid, positionals, isSet }) {
    const { now, tell, projectDir } = world;
    const file = positionals[0] ?? freeBackupName(projectDir, now());
    if (existsSync(resolve(projectDir, file))) throw new Error(`${file} exists already: choose another name`);
    const { content, service, maps, documents, leftOut } = await backupSync(account, serviceSid, {
      now,
      tell,
    });
    writeNewFile(resolve(projectDir, file), content);
    if (isSet("json")) printJson(world, { file, service, maps, documents, leftOut });
    else {
      const counts = Object.entries(maps).map(([name, count]) => `${name} ${count}`);
      world.print(`${file}: ${[...counts, ...documents].join(", ")}`);
    }
    return 0;
  },
};
