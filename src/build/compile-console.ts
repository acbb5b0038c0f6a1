import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPolicy } from "../config/read-policy";
import { buildPages } from "./build-pages";
import { consolePolicy } from "./console-policy";
import { writeVanityAssets } from "./vanity/write-vanity-assets";

/** Where {@link compileConsole} finds what it compiles, and where it puts it. */
export interface ConsoleSources {
  readonly policyFile: string;
  /** The pages. Default: `console/web` in the working directory. */
  readonly webDir?: string;
  /** Replaced as a whole. */
  readonly outDir: string;
}

/** What compiling the web console made. */
export interface ConsoleReport {
  /** The pages and what belongs to them, relative to the output folder. */
  readonly files: readonly string[];
  /** Whether the policy has a web console, so that it is deployed. */
  readonly isWanted: boolean;
}

/**
 * Compiles the Assets of the web console: its pages, what it may know of the policy (the private `console.json`), and
 * the words that numbers are spelled with. The output folder is gone when something is wrong.
 * @throws ConfigurationError with everything that is wrong with the policy; Error with everything that is wrong with the
 * pages, or naming an npm package that is missing
 */
export async function compileConsole(sources: ConsoleSources): Promise<ConsoleReport> {
  const { policyFile, outDir, webDir = "console/web" } = sources;
  await rm(outDir, { recursive: true, force: true });
  const policy = readPolicy(await readFile(policyFile, "utf8"), policyFile);
  try {
    const files = await buildPages({ webDir, outDir });
    if (files.includes(START)) await serveAtRoot(outDir);
    await writeFile(join(outDir, "console.private.json"), JSON.stringify(consolePolicy(policy)));
    await writeVanityAssets(outDir);
    return { files, isWanted: policy.has.console };
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    throw error;
  }
}

const START = "index.html";

/** What stands there is what a Service's bare address shows. @see https://github.com/twilio-labs/serverless-toolkit/issues/371 */
async function serveAtRoot(outDir: string): Promise<void> {
  await mkdir(join(outDir, "assets"), { recursive: true });
  await copyFile(join(outDir, START), join(outDir, "assets", START));
}
