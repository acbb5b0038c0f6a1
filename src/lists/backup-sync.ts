import type { Account } from "../account/account";
import { fetchSyncService } from "../account/sync-services";
import { renderBackup } from "./render-backup";
import { readSyncContents } from "./sync-contents";

/** A backup as its file's text, and what is in it. */
export interface SyncBackup {
  readonly content: string;
  readonly service: { readonly sid: string; readonly friendlyName: string };
  /** How many items each map has. */
  readonly maps: Readonly<Record<string, number>>;
  readonly documents: readonly string[];
  /** SIDs of what has no name, and is not in the backup. */
  readonly leftOut: readonly string[];
}

/** What a backup needs besides the account. `now`: epoch milliseconds; `tell` is told how long work goes on, and what is left out. */
export interface BackupOptions {
  readonly now: () => number;
  readonly tell?: (text: string) => void;
}

/**
 * Everything in a Sync Service, to be written to one file.
 * @throws AccountFailure; Error when there is no such Service
 */
export async function backupSync(
  account: Account,
  serviceSid: string,
  { now, tell = () => undefined }: BackupOptions,
): Promise<SyncBackup> {
  const service = await fetchSyncService(account, serviceSid);
  if (service === undefined) throw new Error(`Cannot find the Sync Service ${serviceSid} in this account`);
  const at = new Date(now()).toISOString();
  const { maps, documents, nameless } = await readSyncContents(account, serviceSid, tell);
  if (nameless.length > 0) tell(`Not in the backup, for they have no name: ${nameless.join(", ")}`);
  return {
    content: renderBackup({ at, service, maps, documents }),
    service,
    maps: Object.fromEntries(maps.map(({ name, items }) => [name, items.length])),
    documents: documents.map(({ key }) => key),
    leftOut: nameless,
  };
}
