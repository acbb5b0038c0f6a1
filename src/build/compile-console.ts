import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPolicy } from "../config/read-policy";
import { buildPages } from "./build-pages";
import { consolePolicy } from "./console-policy";

/** Where {@link compileConsole} finds what it compiles, and where it puts it. */
export interface ConsoleSources {
  readonly policyFile: string;
  /** The pages. Default: `console/web` in the working directory. */
  readonly webDir?: string;
  /** Replaced as a whole. */
  readonly outDir: string;
}

/**
 * Compiles the Assets of the web console: its pages, what it may know of the policy (the private `console.json`), and
 * the words that numbers are spelled with. The output folder is gone when something is wrong.
 * @returns the pages and what belongs to them, relative to the output folder
 * @throws ConfigurationError with everything that is wrong with the policy; Error with everything that is wrong with the pages
 */
export async function compileConsole(sources: ConsoleSources): Promise<readonly string[]> {
  const { policyFile, outDir, webDir = "console/web" } = sources;
  await rm(outDir, { recursive: true, force: true });
  const policy = readPolicy(await readFile(policyFile, "utf8"), policyFile);
  try {
    const files = await buildPages({ webDir, outDir });
    await mkdir(outDir, { recursive: true });
    await writeFile(join(outDir, "console.private.json"), JSON.stringify(consolePolicy(policy)));
    return files;
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    throw error;
  }
}
