import { cp } from "node:fs/promises";
import { join } from "node:path";
import { buildFunctions } from "../src/build/build-functions";
import { keptBuild } from "../src/build/kept-build";
import { PROJECT } from "./project";

/**
 * Puts the project's Functions into a folder, the very same that `npm run build` builds: copied from a build that is
 * kept, if none of their sources has changed since. The folder must not exist yet.
 * @throws what building throws
 */
export async function putFunctions(outDir: string): Promise<void> {
  const kept = await keptBuild({ kind: "functions", sources: ["functions", "src"], build });
  if (kept === undefined) await build(outDir);
  else await cp(kept, outDir, { recursive: true });
}

async function build(outDir: string): Promise<void> {
  await buildFunctions({ functionsDir: join(PROJECT, "functions"), outDir });
}
