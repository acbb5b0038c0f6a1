import type { SHORTEST_SECRET as Shortest } from "../policy/console";
import type { Project } from "./project";
import type { Refusal } from "./refusal";

/** The compiler holds it against what the Functions ask for. */
const SHORTEST_SECRET: typeof Shortest = 32;

/** Why the web console could not be deployed, or nobody could sign in to it. Nothing, while the policy has none. */
export function refuseConsole(project: Pick<Project, "has" | "admins" | "builds" | "variables">): Refusal[] {
  const { has, admins, builds, variables } = project;
  if (!has.console) return [];
  const { files } = builds.console;
  const isWhole = (["functions", "assets"] as const).every((half) => files.some(({ kind }) => kind === half));
  const { CONSOLE_SECRET: secret = "" } = variables;
  return [
    ...(isWhole ? [] : [NOT_BUILT]),
    ...(admins.length === 0 || secret.length >= SHORTEST_SECRET ? [] : [refuseSecret(secret)]),
  ];
}

const NOT_BUILT: Refusal = {
  why: "the web console is not built: dist/console holds no Function, or no Asset",
  fix: "npm run build",
};

function refuseSecret(secret: string): Refusal {
  if (secret !== "")
    return {
      why: `CONSOLE_SECRET has fewer than ${SHORTEST_SECRET} characters, and signs the sessions of the web console`,
      fix: "take it out of .env, then npm run setup",
    };
  return {
    why: "CONSOLE_SECRET is not set, neither in the environment nor in .env, and the policy has console.admins",
    fix: "npm run setup",
  };
}
