import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Account } from "../account/account";
import { type BackupOptions, backupSync } from "./backup-sync";
import { writeNewFile } from "./write-new-file";

/** Saves everything in a Sync Service to a new file of a folder. @returns the file's name. @throws as `backupSync` */
export async function saveBackup(
  account: Account,
  serviceSid: string,
  { folder, ...options }: BackupOptions & { readonly folder: string },
): Promise<string> {
  const { content } = await backupSync(account, serviceSid, options);
  const file = freeBackupName(folder, options.now());
  writeNewFile(resolve(folder, file), content);
  return file;
}

/** The name of today's backup, with a number when there is one of today already. */
export function freeBackupName(folder: string, now: number): string {
  const day = new Date(now).toISOString().slice(0, 10);
  const nameOf = (count: number) => `gatehouse-backup-${day}${count === 1 ? "" : `-${count}`}.json`;
  let count = 1;
  while (existsSync(resolve(folder, nameOf(count)))) count += 1;
  return nameOf(count);
}
