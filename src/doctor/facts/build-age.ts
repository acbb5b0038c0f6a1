import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { type FactSource, gathering } from "../fact-source";

/** When the build was made, and the newest file that it was made from. Instants are epoch milliseconds. */
export interface BuildAge {
  /** Undefined while there is none. */
  readonly builtAt: number | undefined;
  /** Below the project's root. */
  readonly newest: { readonly file: string; readonly changedAt: number };
}

/** What a build is made from, besides the policy and its address books. */
const SOURCES = ["functions", "console", "src", "assets", "package.json"];

/** What it consists of, below the project's root. */
const HALVES = ["", "console/"].flatMap((service) => [`dist/${service}functions`, `dist/${service}assets`]);

export const buildAgeSource: FactSource<BuildAge> = gathering({
  lacking: "the build cannot be looked at",
  needs: ["policy", "addressBooks"],
  seconds: 10,
  gather: async ({ policy, addressBooks }, { projectDir }) => {
    const books = [...addressBooks.byLine.values()].flatMap(({ file }) => file ?? []);
    const roots = SOURCES.map((name) => join(projectDir, name));
    const sources = (await Promise.all([...roots, policy.file, ...books].map(filesIn))).flat();
    const built = (await Promise.all(HALVES.map((half) => builtIn(join(projectDir, half))))).flat();
    const newest = sources.reduce((a, b) => (b.changedAt > a.changedAt ? b : a), { file: "", changedAt: 0 });
    return {
      builtAt: built.length === HALVES.length ? Math.min(...built) : undefined,
      newest: { ...newest, file: relative(projectDir, newest.file) },
    };
  },
});

interface DatedFile {
  readonly file: string;
  readonly changedAt: number;
}

/** The files below a folder, or the file itself; none when it is not there. */
async function filesIn(root: string): Promise<DatedFile[]> {
  const found = await stat(root).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [{ file: root, changedAt: found.mtimeMs }];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.map(async (file) => ({ file, changedAt: (await stat(file)).mtimeMs })));
}

/** A half of the build is as old as its oldest file: it is always written as a whole. */
async function builtIn(half: string): Promise<number[]> {
  const files = await filesIn(half);
  return files.length === 0 ? [] : [Math.min(...files.map(({ changedAt }) => changedAt))];
}
