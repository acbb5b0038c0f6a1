import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatAssetsReport } from "../src/build/assets-report";
import { buildFunctions } from "../src/build/build-functions";
import { choosePolicy, OWN_POLICY } from "../src/build/choose-policy";
import { compileAssets } from "../src/build/compile-assets";

const HELP = `npm run build [-- --help]

Builds the Serverless Service into dist/: Functions as one bundle each, and the Assets with the policy and the
contacts compiled. The policy is assets/gatehouse.private.json, or the sample household's while there is none.`;
const FUNCTIONS = join("dist", "functions");
const ASSETS = join("dist", "assets");

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) return console.log(HELP);
  const { policyFile, isSample } = choosePolicy(".");
  // Neither half stays behind when the other fails: a deploy of Assets alone would take every Function away.
  await rm("dist", { recursive: true, force: true });
  console.log(await build(policyFile).finally(removeHalves));
  if (isSample) console.log(`This is the sample household, for there is no ${OWN_POLICY} yet.`);
}

async function build(policyFile: string): Promise<string> {
  const { files } = await buildFunctions({ functionsDir: "functions", outDir: FUNCTIONS });
  const report = await compileAssets({ policyFile, outDir: ASSETS, assetsDir: "assets" });
  const functions = files.map(({ path, access, bytes }) => `  ${path}  ${access}, ${kilobytes(bytes)}`);
  return [`Functions: ${files.length}`, ...functions, formatAssetsReport(report)].join("\n");
}

async function removeHalves(): Promise<void> {
  if (!existsSync(FUNCTIONS) || !existsSync(ASSETS)) await rm("dist", { recursive: true, force: true });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
