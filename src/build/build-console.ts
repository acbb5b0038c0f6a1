import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SERVICE_NAMES } from "../config/environment";
import { buildFunctions } from "./build-functions";
import { compileConsole } from "./compile-console";
import { formatFunctions } from "./functions-report";
import { readDependencies } from "./read-dependencies";
import { RUNTIME } from "./runtime";

/** Where the web console's Service is built to, below a project's root: a project of its own for Twilio's tools. */
export const CONSOLE_DIST = join("dist", "console");

/**
 * Builds the Serverless Service of the web console into a project's `dist/console`.
 * @returns what was built, as text. @throws what building Functions or compiling the console throws
 */
export async function buildConsole(folder: string, policyFile: string): Promise<string> {
  const dist = join(folder, CONSOLE_DIST);
  const [functionsDir, webDir] = [join(folder, "console/functions"), join(folder, "console/web")];
  const { files } = await buildFunctions({ functionsDir, outDir: join(dist, "functions") });
  const report = await compileConsole({ policyFile, webDir, outDir: join(dist, "assets") });
  await writeProject(folder, dist);
  return [
    ...formatFunctions("Web console's Functions", files),
    `Web pages: ${report.files.join(", ")}`,
    ...(report.isWanted ? [] : ["  (not deployed while the policy has neither console nor vanity.page)"]),
  ].join("\n");
}

/**
 * What `twilio serverless:deploy` and `twilio-run` go by in that folder. They remember by folder which Service they
 * deploy to, and look for their settings upwards: in the project's root, these would replace the Functions of calls.
 * @see `getFunctionServiceSid` and `getConfig` of twilio-run
 */
async function writeProject(folder: string, dist: string): Promise<void> {
  const dependencies = await readDependencies(folder);
  const manifest = { name: SERVICE_NAMES.console, version: "0.0.0", private: true, dependencies };
  const settings = { functionsFolder: "functions", assetsFolder: "assets", runtime: RUNTIME };
  await writeFile(join(dist, "package.json"), JSON.stringify(manifest));
  await writeFile(
    join(dist, ".twilioserverlessrc"),
    JSON.stringify({ ...settings, serviceName: SERVICE_NAMES.console }),
  );
}
