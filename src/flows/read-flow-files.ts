import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { FlowBindings, FlowFile } from "./flow-file";
import { isFlowPlace, PLACE_FORMS } from "./flow-place";
import { isRecord } from "./json";

/** Where the flows of a project are, and what is known of each. */
export const FLOWS_FOLDER = "studio";
export const BINDINGS_FILE = join(FLOWS_FOLDER, "bindings.json");

const place = z.string().refine(isFlowPlace, `is not of the form ${PLACE_FORMS}`);
const bindings = z.strictObject({
  service: z.string().min(1),
  baseUrl: z
    .url({ protocol: /^https$/, error: "is not an https URL" })
    .regex(/[^/]$/, "ends with a slash: leave it out"),
  ends: z.array(z.string()).default([]),
  attach: z.enum(["numbers", "sipDomain"]),
  fills: z.record(place, z.string().min(1)).default({}),
  pulled: z
    .strictObject({ revision: z.int().positive(), fingerprint: z.string().regex(/^[0-9a-f]{12}$/) })
    .optional(),
});

/**
 * The flows of a project, in the order of bindings.json.
 * @throws TypeError that names the file, the entry and the fix
 */
export function readFlowFiles(projectDir: string): FlowFile[] {
  const entries = readJson(projectDir, BINDINGS_FILE);
  if (!isRecord(entries)) throw new TypeError(`Cannot read ${BINDINGS_FILE}: it is no object of flows`);
  const names = Object.keys(entries).filter((name) => !name.startsWith("$"));
  const unlisted = readdirSync(join(projectDir, FLOWS_FOLDER))
    .filter((file) => file.endsWith(".json") && file !== "bindings.json")
    .find((file) => !names.includes(file.slice(0, -".json".length)));
  if (unlisted !== undefined)
    throw new TypeError(
      `Cannot read ${BINDINGS_FILE}: ${unlisted} has no entry; add one, or move the file elsewhere`,
    );
  return names.map((name) => readFlowFile(projectDir, name, entries[name]));
}

function readFlowFile(projectDir: string, name: string, entry: unknown): FlowFile {
  const file = join(FLOWS_FOLDER, `${name}.json`);
  if (!/^[\w-]+$/.test(name))
    throw new TypeError(
      `Cannot read ${BINDINGS_FILE}: the entry ${JSON.stringify(name)} is no name of a file`,
    );
  if (!existsSync(join(projectDir, file)))
    throw new TypeError(
      `Cannot read ${BINDINGS_FILE}: there is no ${file}; remove the entry ${name}, or add the file`,
    );
  const definition = readJson(projectDir, file);
  if (!isRecord(definition) || !Array.isArray(definition.states))
    throw new TypeError(
      `Cannot read ${file}: it is no Studio flow, for it has no list of states; export it again`,
    );
  return { name, file, friendlyName: `gatehouse-${name}`, definition, bindings: readEntry(name, entry) };
}

function readEntry(name: string, entry: unknown): FlowBindings {
  const result = bindings.safeParse(entry);
  if (result.data !== undefined) return result.data;
  const [issue] = result.error.issues;
  const where = [name, ...(issue?.path ?? [])].join(".");
  throw new TypeError(`Cannot read ${BINDINGS_FILE}: ${where}: ${issue?.message}; mend that entry`);
}

function readJson(projectDir: string, file: string): unknown {
  const path = join(projectDir, file);
  if (!existsSync(path)) throw new TypeError(`Cannot read ${file}: there is no such file`);
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new TypeError(
      `Cannot read ${file}: ${error instanceof Error ? error.message : error}; mend it, or restore it from git`,
    );
  }
}
