import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The packages that the cloud installs for a build: package.json's `dependencies`, as written there. */
export async function readDependencies(folder: string): Promise<Record<string, string>> {
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return dependencies;
}
