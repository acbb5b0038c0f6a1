import { createHash, randomUUID } from "node:crypto";
import { constants, existsSync, statSync } from "node:fs";
import { access, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const PROJECT = join(__dirname, "../..");
const CACHE = join(PROJECT, "node_modules/.cache/gatehouse");
/** How many builds of other sources stay, for who goes back and forth. */
const OTHERS_KEPT = 3;

/** Something that is built from files of the project, and takes longer than to tell whether they have changed. */
export interface KeptBuild {
  /** Lower-case letters. */
  readonly kind: string;
  /** Files and folders below the project's root. */
  readonly sources: readonly string[];
  /** Makes the folder, or nothing when it throws. */
  readonly build: (outDir: string) => Promise<void>;
}

/**
 * The folder with a build of the sources as they are, made now unless it is kept from before. Not to be written to.
 * @returns undefined when this installation cannot be written to, so that nothing is kept
 * @throws what building throws
 */
export async function keptBuild({ kind, sources, build }: KeptBuild): Promise<string | undefined> {
  const kept = join(CACHE, `${kind}-${await fingerprint(sources)}`);
  if (existsSync(kept)) return kept;
  if (!(await isWritable())) return undefined;
  const own = `${kept}.${randomUUID()}`;
  await build(own);
  // Appears as a whole; of two that build at once, the first one's stays.
  await rename(own, kept).catch(() => rm(own, { recursive: true }));
  await forgetOthers(kind);
  return kept;
}

async function isWritable(): Promise<boolean> {
  try {
    await mkdir(CACHE, { recursive: true });
    await access(CACHE, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function forgetOthers(kind: string): Promise<void> {
  const builds = (await readdir(CACHE)).filter((name) => name.startsWith(`${kind}-`));
  const age = (name: string) => statSync(join(CACHE, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const old = builds.sort((a, b) => age(b) - age(a)).slice(1 + OTHERS_KEPT);
  for (const name of old) await rm(join(CACHE, name), { recursive: true, force: true });
}

/** npm's own list tells what is installed. */
const ALWAYS = ["tsconfig.json", "node_modules/.package-lock.json"];

async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  const found = await Promise.all([...ALWAYS, ...sources].map((name) => filesIn(join(PROJECT, name))));
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
