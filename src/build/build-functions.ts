import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Metafile, Plugin } from "esbuild";
import { runEsbuild } from "./run-esbuild";

/** One built Function: its file below the output folder, and the path that Twilio serves it at. */
export interface BuiltFunction {
  readonly file: string;
  readonly path: string;
  readonly access: "public" | "protected" | "private";
  readonly bytes: number;
}

/** What building needs: where the Functions are, and where the bundles go. */
export interface BuildFolders {
  readonly functionsDir: string;
  readonly outDir: string;
}

/**
 * Bundles every `functions/**\/*.ts` to one file each. The output folder is replaced as a whole, and gone when the
 * build fails, so that what is in it is always what the sources say.
 * Throws one error that lists every problem: no folder, no Function, one without `handler`, esbuild's own.
 * @see https://www.twilio.com/docs/labs/serverless-toolkit/developing#visibility-of-functions-and-assets
 */
export async function buildFunctions({ functionsDir, outDir }: BuildFolders): Promise<{
  readonly files: readonly BuiltFunction[];
}> {
  const target = resolve(outDir);
  const fresh = `${target}.${process.pid}.building`;
  try {
    const sources = await findSources(resolve(functionsDir));
    const metafile = await bundle(sources, resolve(functionsDir), fresh);
    const files = listBuilt(metafile, fresh);
    await rm(target, { recursive: true, force: true });
    await mkdir(dirname(target), { recursive: true });
    await rename(fresh, target);
    return { files };
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function findSources(folder: string): Promise<string[]> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new Error(`Cannot build Functions: there is no folder ${folder}`);
  const names = await readdir(folder, { recursive: true });
  const sources = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts")).sort();
  if (sources.length === 0) throw new Error(`Cannot build Functions: there is none in ${folder}`);
  const problems = sources.flatMap((name, index) => {
    const twin = sources.findIndex((other) => readName(other).path === readName(name).path);
    return twin === index ? [] : [`${name} and ${sources[twin]} are both ${readName(name).path}`];
  });
  if (problems.length > 0) throw new Error(`Cannot build Functions:\n  ${problems.join("\n  ")}`);
  return sources.map((name) => join(folder, name));
}

/** How TypeScript becomes what Twilio runs. */
export const AS_DEPLOYED = {
  format: "cjs",
  target: "node20",
  // Without this, `import()` of what stays outside would be left as it is, and not every host of a script has it.
  supported: { "dynamic-import": false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
} as const;

async function bundle(entryPoints: string[], outbase: string, outdir: string): Promise<Metafile> {
  const common = {
    entryPoints,
    outbase,
    outdir,
    bundle: true,
    platform: "node",
    logLevel: "silent",
  } as const;
  // Only of ES modules does esbuild tell what they export, hence this dry run.
  const dry = await runEsbuild("Functions", { ...common, format: "esm", packages: "external", write: false });
  requireHandlers(dry);
  return runEsbuild("Functions", { ...common, ...AS_DEPLOYED, plugins: [twilioFromTheCloud] });
}

function requireHandlers({ outputs }: Metafile): void {
  const lacking = Object.values(outputs).filter(({ exports }) => !exports.includes("handler"));
  const names = lacking.map(({ entryPoint }) => `${entryPoint} exports no handler`);
  if (names.length > 0) throw new Error(`Cannot build Functions:\n  ${names.join("\n  ")}`);
}

/**
 * The helper library is installed in the cloud and stays outside the bundles: 8 MB, and a second copy would not be
 * recognised. Its TwiML builder alone is small, and loading only that is what makes a cold Function fast.
 */
const twilioFromTheCloud: Plugin = {
  name: "twilio-from-the-cloud",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^twilio(\/|$)/ }, ({ path }) =>
      path.startsWith("twilio/lib/twiml/") ? undefined : { path, external: true },
    );
  },
};

function listBuilt({ outputs }: Metafile, outDir: string): BuiltFunction[] {
  return Object.entries(outputs).map(([output, { bytes }]) => {
    const file = relative(outDir, resolve(output)).split(sep).join("/");
    return { file, ...readName(file), bytes };
  });
}

function readName(name: string): Pick<BuiltFunction, "path" | "access"> {
  const stem = name
    .split(sep)
    .join("/")
    .replace(/\.[jt]s$/, "");
  const access = stem.endsWith(".protected") ? "protected" : stem.endsWith(".private") ? "private" : "public";
  return { access, path: `/${stem.replace(/\.(protected|private)$/, "")}` };
}
