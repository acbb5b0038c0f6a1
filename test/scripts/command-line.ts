import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { keptBuild } from "../../src/build/kept-build";

const PROJECT = join(__dirname, "../..");
const SOURCES = ["scripts", "src", "local-twilio", "simulator"];
const FUNCTION_ENTRY = "local-twilio/serverless/function-entry";

const started = new Set<string>();
let bundles: Promise<string | undefined> | undefined;

/**
 * What `node` is started with to run a command of package.json, wherever it runs. For the first time in a test file it is
 * what npm starts; later it is a bundle of the same, which need not find and compile hundreds of files once more.
 */
export async function commandLine(script: string): Promise<string[]> {
  if (!started.has(script)) {
    started.add(script);
    return npmCommandLine(script);
  }
  bundles ??= keptBuild({ kind: "commands", sources: SOURCES, build: bundleCommands });
  const folder = await bundles;
  return folder === undefined ? npmCommandLine(script) : [join(folder, `${script}.cjs`)];
}

function npmCommandLine(script: string): string[] {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  return ["--import", tsx, join(PROJECT, "scripts", `${script}.ts`)];
}

async function bundleCommands(outdir: string): Promise<void> {
  const scripts = readdirSync(join(PROJECT, "scripts")).filter((name) => name.endsWith(".ts"));
  await build({
    entryPoints: [...scripts.map((name) => `scripts/${name}`), `${FUNCTION_ENTRY}.ts`],
    absWorkingDir: PROJECT,
    ...{ outdir, entryNames: "[name]", outExtension: { ".js": ".cjs" } },
    ...{ bundle: true, packages: "external", platform: "node", target: "node20", keepNames: true },
    logLevel: "silent",
    plugins: [foundFromTheirPlace],
  });
}

/** A module finds the project's files from where it was; only the entry of Functions, TypeScript there, is beside it here. */
const foundFromTheirPlace: Plugin = {
  name: "found-from-their-place",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/(simulator|local-twilio|src\/build)\/.*\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(/join\(__dirname, (?!"function-entry)/g, `join(${JSON.stringify(dirname(path))}, `)
        .replace('"function-entry.ts"', '"function-entry.cjs"'),
    })),
};
