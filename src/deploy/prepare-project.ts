import { buildProject } from "../build/build-project";
import { ConfigurationError } from "../config/problem";
import type { Project } from "./project";
import { type ProjectReading, readProject } from "./read-project";
import type { Refusal } from "./refusal";

/** Builds a project, unless `builds` is false, and reads it. What is wrong with the policy or the contacts is a refusal. */
export async function prepareProject(
  folder: string,
  { builds, ...reading }: ProjectReading & { readonly builds: boolean },
): Promise<Project | readonly Refusal[]> {
  try {
    if (builds) await buildProject(folder);
    return await readProject(folder, reading);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.split("\n").map((why) => ({ why, fix: "correct it there" }));
  }
}
