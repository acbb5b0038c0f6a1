import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { formatAssetsReport } from "./assets-report";
import { buildFunctions } from "./build-functions";
import { choosePolicy, OWN_POLICY } from "./choose-policy";
import { compileAssets } from "./compile-assets";

/**
 * Builds the Serverless Service of a project into its `dist`: Functions as one bundle each, and the Assets with policy
 * and contacts compiled. Neither half stays behind when the other fails: a deploy of Assets alone would take every
 * Function away.
 * @returns what was built, as text. @throws what building Functions or Assets throws
 */
export async function buildProject(folder: string): Promise<string> {
  const dist = join(folder, "dist");
  const [functions, assets] = [join(dist, "functions"), join(dist, "assets")];
  const { policyFile, isSample } = choosePolicy(folder);
  await rm(dist, { recursive: true, force: true });
  try {
    const { files } = await buildFunctions({ functionsDir: join(folder, "functions"), outDir: functions });
    const report = await compileAssets({ policyFile, outDir: assets, assetsDir: join(folder, "assets") });
    const built = files.map(({ path, access, bytes }) => `  ${path}  ${access}, ${kilobytes(bytes)}`);
    const sample = isSample ? [`This is the sample household, for there is no ${OWN_POLICY} yet.`] : [];
    return [`Functions: ${files.length}`, ...built, formatAssetsReport(report), ...sample].join("\n");
  } finally {
    if (!existsSync(functions) || !existsSync(assets)) await rm(dist, { recursive: true, force: true });
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}
