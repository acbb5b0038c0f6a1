import { createHash } from "node:crypto";
import { constants, existsSync, statSync } from "node:fs";
import { access, cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { buildFunctions } from "../src/build/build-functions";
import { PROJECT } from "./project";

const CACHE = join(PROJECT, "node_modules/.cache/gatehouse");
/** All that the bundles are made from; npm's own list tells what is installed. */
const SOURCES = ["functions", "src", "tsconfig.json", "node_modules/.package-lock.json"];
/** How many builds of other sources stay, for who goes back and forth. A build is ten megabytes. */
const OTHERS_KEPT = 3;

/**
 * Puts the project's Functions into a folder, the very same that `npm run build` builds: copied from a build that is
 * kept, if none of their sources has changed since. The folder must not exist yet.
 * @throws what building throws
 */
export async function putFunctions(outDir: string): Promise<void> {
  const kept = join(CACHE, `functions-${await fingerprint()}`);
  if (!existsSync(kept)) {
    if (!(await isWritable())) return build(outDir);
    await keepBuild(kept);
  }
  await cp(kept, outDir, { recursive: true });
}

async function build(outDir: string): Promise<void> {
  await buildFunctions({ functionsDir: join(PROJECT, "functions"), outDir });
}

/** A folder that cannot be written only costs time. */
async function isWritable(): Promise<boolean> {
  try {
    await mkdir(CACHE, { recursive: true });
    await access(CACHE, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Appears as a whole; of two processes that build at once, the first one's stays. */
async function keepBuild(kept: string): Promise<void> {
  const own = `${kept}.${process.pid}`;
  await build(own);
  await rename(own, kept).catch(() => rm(own, { recursive: true }));
  await forgetOthers();
}

async function forgetOthers(): Promise<void> {
  const builds = (await readdir(CACHE)).filter((name) => name.startsWith("functions-"));
  const age = (name: string) => statSync(join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const old = builds.sort((a, b) => age(b) - age(a)).slice(1 + OTHERS_KEPT);
  for (const name of old) await rm(join(CACHE, name), { recursive: true, force: true });
}

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256");
  const found = await Promise.all(SOURCES.map((name) => filesIn(join(PROJECT, name))));
  for (const file of found.flat().sort()) {
    const content = createHash("sha256").update(await readFile(file));
    hash.update(`${file} ${content.digest("hex")}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesIn(path: string): Promise<string[]> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}
