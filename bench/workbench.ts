import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { AS_DEPLOYED } from "../src/build/build-functions";
import { readCompiledPolicy } from "../simulator/read-compiled-policy";
import { openWorkshop, type Workshop } from "../simulator/workshop";
import { madeUpIndex } from "./made-up-book";

/** What every figure is measured on: the built sample household, and a folder to work in. */
export interface Workbench {
  /** Fewer rounds: the figures are rougher, the order of magnitude holds. */
  readonly quick: boolean;
  readonly workshop: Workshop;
  readonly folder: string;
  /** One of our numbers. */
  readonly line: string;
  /** The bundle of `/incoming/screen`. */
  readonly screenFile: string;
  /** Private Assets, path to file, of the household with `contacts` people in every book. */
  assetsWith(contacts: number): Promise<Readonly<Record<string, string>>>;
  /** Compiles one of bench/children to plain JavaScript as Functions are, for processes that are to load nothing else. */
  child(name: string): Promise<string>;
  close(): Promise<void>;
}

/** Builds the sample household. Throws what the build throws. */
export async function openWorkbench(quick: boolean): Promise<Workbench> {
  const workshop = openWorkshop();
  const folder = await mkdtemp(join(tmpdir(), "gatehouse-bench-"));
  const assetsDir = await workshop.assetsDir({});
  const { lines } = await readCompiledPolicy(assetsDir);
  const functionsDir = await workshop.functionsDir();
  return {
    quick,
    workshop,
    folder,
    line: Object.keys(lines)[0] ?? "",
    screenFile: join(functionsDir, "incoming", "screen.protected.js"),
    assetsWith: (contacts) => furnishAssets(assetsDir, join(folder, `assets-${contacts}`), contacts),
    child: (name) => compileChild(name, folder),
    close: async () => {
      workshop.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function furnishAssets(from: string, to: string, contacts: number): Promise<Record<string, string>> {
  await cp(from, to, { recursive: true });
  const names = (await readdir(to)).filter((name) => name.includes(".private."));
  const books = names.filter((name) => name.endsWith(".tsv"));
  for (const book of books) await writeFile(join(to, book), madeUpIndex(contacts));
  return Object.fromEntries(names.map((name) => [`/${name.replace(".private.", ".")}`, join(to, name)]));
}

async function compileChild(name: string, folder: string): Promise<string> {
  const outfile = join(folder, `${name}.cjs`);
  const entryPoints = [join(__dirname, "children", `${name}.ts`)];
  await build({ ...AS_DEPLOYED, entryPoints, outfile, bundle: true, platform: "node", logLevel: "silent" });
  return outfile;
}
