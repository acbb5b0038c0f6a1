import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FlowFile } from "./flow-file";
import { formatFlow } from "./format-flow";
import { isRecord } from "./json";
import { BINDINGS_FILE } from "./read-flow-files";

/**
 * Writes a flow and its entry in bindings.json, each at once and only when it changes. The flow comes first: an entry
 * that says what was pulled must never stand beside a flow that does not hold it.
 * @throws Error that names the file when it cannot be written
 */
export function writeFlowFile(projectDir: string, flow: FlowFile): void {
  replaceFile(projectDir, flow.file, formatFlow(flow.definition));
  const text = readFileSync(join(projectDir, BINDINGS_FILE), "utf8");
  const entries: unknown = JSON.parse(text);
  if (!isRecord(entries)) throw new TypeError(`Cannot write ${BINDINGS_FILE}: it is no object of flows`);
  const changed = { ...entries, [flow.name]: entryOf(entries[flow.name], flow) };
  if (JSON.stringify(changed) !== JSON.stringify(entries))
    replaceFile(projectDir, BINDINGS_FILE, formatFlow(changed));
}

/** The entry as it was written, with what pulling may change. */
function entryOf(entry: unknown, { bindings }: FlowFile): unknown {
  const was = isRecord(entry) ? entry : {};
  const { ends, fills, pulled } = bindings;
  return {
    ...was,
    ...("ends" in was ? { ends } : {}),
    ...("fills" in was ? { fills } : {}),
    ...(pulled === undefined ? {} : { pulled }),
  };
}

function replaceFile(projectDir: string, file: string, text: string): void {
  const target = join(projectDir, file);
  const part = `${target}.${process.pid}`;
  try {
    if (readFileSync(target, "utf8") === text) return;
    writeFileSync(part, text);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Error(`Cannot write ${file}: ${error instanceof Error ? error.message : error}`);
  }
}
