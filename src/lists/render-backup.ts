import { createHash } from "node:crypto";
import type { SyncContents } from "./sync-contents";

/** The only format there has been. */
export const BACKUP_FORMAT = 1;

/** A backup: where and when it was made, and everything that was there. */
export interface Backup extends SyncContents {
  /** ISO 8601. */
  readonly at: string;
  readonly service: { readonly sid: string; readonly friendlyName: string };
}

/** The text of a backup's file, with a checksum over all of it. */
export function renderBackup({ at, service, maps, documents }: Backup): string {
  const content = { gatehouseBackup: BACKUP_FORMAT, at, service, maps, documents };
  return `${JSON.stringify({ ...content, checksum: checksumOf(content) }, null, 2)}\n`;
}

/** The same for the same values, however they are laid out. */
export function checksumOf(content: object): string {
  return `sha256:${createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("hex")}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
