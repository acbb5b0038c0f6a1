import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { formatAssetsReport } from "./assets-report";
import { buildConsole, CONSOLE_DIST } from "./build-console";
import { buildFunctions } from "./build-functions";
import { choosePolicy, OWN_POLICY } from "./choose-policy";
import { compileAssets } from "./compile-assets";
import { formatFunctions } from "./functions-report";

/**
 * Builds the Serverless Services of a project into its `dist`: for calls the Functions as one bundle each, and the Assets
 * with policy and contacts compiled; below `dist/console` the same for the web console. No part stays behind when another
 * fails: a deploy of Assets alone would take every Function away.
 * @returns what was built, as text. @throws what building Functions, Assets or pages throws
 */
export async function buildProject(folder: string): Promise<string> {
  const dist = join(folder, "dist");
  const [functions, assets] = [join(dist, "functions"), join(dist, "assets")];
  const { policyFile, isSample } = choosePolicy(folder);
  await rm(dist, { recursive: true, force: true });
  try {
    const { files } = await buildFunctions({ functionsDir: join(folder, "functions"), outDir: functions });
    const report = await compileAssets({ policyFile, outDir: assets, assetsDir: join(folder, "assets") });
    const webConsole = await buildConsole(folder, policyFile);
    const sample = isSample ? [`This is the sample household, for there is no ${OWN_POLICY} yet.`] : [];
    const calls = [...formatFunctions("Functions", files), formatAssetsReport(report)];
    return [...calls, webConsole, ...sample].join("\n");
  } finally {
    const parts = [
      functions,
      assets,
      join(folder, CONSOLE_DIST, "functions"),
      join(folder, CONSOLE_DIST, "assets"),
    ];
    if (!parts.every((part) => existsSync(part))) await rm(dist, { recursive: true, force: true });
  }
}
