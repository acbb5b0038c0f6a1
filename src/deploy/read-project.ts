import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CONSOLE_DIST } from "../build/build-console";
import { choosePolicy } from "../build/choose-policy";
import { readDependencies } from "../build/read-dependencies";
import { RUNTIME } from "../build/runtime";
import { readPolicy } from "../config/read-policy";
import { readFlowFiles } from "../flows/read-flow-files";
import { type BuildContents, readBuildContents } from "./build-contents";
import type { FlowProblem, Project } from "./project";
import { flowsFor } from "./read-project-flows";

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
  const { lines, country, timezone, has, admins, home, office, reputation, vanity } = policy;
  const flows = flowsFor(policy, readFlowFiles(folder));
  const flowProblems = flows.flatMap(({ name, file }): FlowProblem[] =>
    checkFlow(file).map((message) => ({ flow: name, message })),
  );
  return {
    ...{ lines: Object.values(lines), country, timezone, has, admins, home, office, reputation, vanity },
    ...{ isSample, flows, flowProblems, variables },
    builds: {
      calls: await readBuild(folder, "dist"),
      console: await readBuild(folder, CONSOLE_DIST),
    },
  };
}

async function readBuild(folder: string, dist: string): Promise<BuildContents> {
  return readBuildContents({
    functionsDir: join(folder, dist, "functions"),
    assetsDir: join(folder, dist, "assets"),
    dependencies: await readDependencies(folder),
    runtime: RUNTIME,
  });
}
