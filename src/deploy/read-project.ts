import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { choosePolicy } from "../build/choose-policy";
import { readPolicy } from "../config/read-policy";
import { readFlowFiles } from "../flows/read-flow-files";
import { readBuildContents } from "./build-contents";
import type { FlowProblem, Project } from "./project";
import { flowsFor } from "./read-project-flows";

/** As `.twilioserverlessrc` has it for Twilio's own tools. */
export const RUNTIME = "node22";

/** What reading a project needs besides its folder. */
export interface ProjectReading {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The errors that `studio:check` finds in a flow's file, each as a sentence. */
  readonly checkFlow: (file: string) => readonly string[];
}

/**
 * Reads what the repository wants of the account: policy, build, flows.
 * @throws ConfigurationError with everything that is wrong with the policy; TypeError for unreadable flows or bindings
 */
export async function readProject(
  folder: string,
  { variables, checkFlow }: ProjectReading,
): Promise<Project> {
  const { policyFile, isSample } = choosePolicy(folder);
  const policy = readPolicy(await readFile(policyFile, "utf8"), policyFile);
  const { lines, country, timezone, has, home, office, reputation } = policy;
  const flows = flowsFor(policy, readFlowFiles(folder));
  const flowProblems = flows.flatMap(({ name, file }): FlowProblem[] =>
    checkFlow(file).map((message) => ({ flow: name, message })),
  );
  return {
    ...{ lines: Object.values(lines), country, timezone, has, home, office, reputation },
    ...{ isSample, flows, flowProblems, variables },
    build: await readBuildContents({
      functionsDir: join(folder, "dist/functions"),
      assetsDir: join(folder, "dist/assets"),
      dependencies: await readDependencies(folder),
      runtime: RUNTIME,
    }),
  };
}

async function readDependencies(folder: string): Promise<Record<string, string>> {
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(folder, "package.json"), "utf8"),
  );
  return dependencies;
}
