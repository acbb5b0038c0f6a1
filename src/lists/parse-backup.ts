import { z } from "zod";
import { BACKUP_FORMAT, type Backup, checksumOf } from "./render-backup";

const expires = z.iso.datetime().optional();
const item = z.object({ key: z.string(), data: z.record(z.string(), z.unknown()), expires });
const backup = z.object({
  at: z.iso.datetime(),
  service: z.object({ sid: z.string(), friendlyName: z.string() }),
  maps: z.array(z.object({ name: z.string(), expires, items: z.array(item) })),
  documents: z.array(item),
});

/**
 * Reads a backup's file.
 * @param file its name, for messages
 * @throws Error when it is no backup, is one of a later Gatehouse, or is not as it was written
 */
export function parseBackup(text: string, file: string): Backup {
  const value = jsonOf(text, file);
  if (typeof value !== "object" || value === null || !("gatehouseBackup" in value))
    throw refused(file, "it is no backup of Gatehouse");
  const { checksum, ...content } = value as { checksum?: unknown; gatehouseBackup: unknown };
  const { gatehouseBackup: format } = content;
  if (format !== BACKUP_FORMAT)
    throw refused(
      file,
      `it has the format ${JSON.stringify(format)}, and this Gatehouse reads ${BACKUP_FORMAT}: a later one may have made it`,
    );
  if (checksum !== checksumOf(content))
    throw refused(file, "it is not as it was written: something in it was changed or lost since");
  const [issue] = backup.safeParse(content).error?.issues ?? [];
  if (issue !== undefined) throw refused(file, `${issue.path.join(".")}: ${issue.message}`);
  return content as unknown as Backup;
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw refused(file, `it is no JSON, perhaps cut off (${reason})`);
  }
}

const refused = (file: string, reason: string): Error => new Error(`Cannot restore ${file}: ${reason}`);
