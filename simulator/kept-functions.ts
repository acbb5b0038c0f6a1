import { cp } from "node:fs/promises";
import { join } from "node:path";
import { buildFunctions } from "../src/build/build-functions";
import { keptBuild } from "../src/build/kept-build";
import { PROJECT } from "./project";

/** The Functions of a Serverless Service: where they are, and what builds of them are called when they are kept. */
export interface FunctionSources {
  /** Lower-case letters. */
  readonly kind: string;
  /** Below the project's root. */
  readonly folder: string;
}

/** Those that take calls. */
export const CALL_FUNCTIONS: FunctionSources = { kind: "functions", folder: "functions" };
/** Those of the web console. */
export const CONSOLE_FUNCTIONS: FunctionSources = { kind: "webconsole", folder: "console/functions" };

/**
 * Puts the project's Functions into a folder, the very same that `npm run build` builds: copied from a build that is
 * kept, if none of their sources has changed since. The folder must not exist yet.
 * @throws what building throws
 */
export async function putFunctions(outDir: string, functions = CALL_FUNCTIONS): Promise<void> {
  const { kind, folder } = functions;
  const build = async (target: string) => {
    await buildFunctions({ functionsDir: join(PROJECT, folder), outDir: target });
  };
  const kept = await keptBuild({ kind, sources: [folder, "src"], build });
  if (kept === undefined) await build(outDir);
  else await cp(kept, outDir, { recursive: true });
}
