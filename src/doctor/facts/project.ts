import type { Project } from "../../deploy/project";
import { readProject } from "../../deploy/read-project";
import { type FactSource, gathering } from "../fact-source";

/** What the repository wants of the account: its flows and its build. */
export const projectSource: FactSource<Project> = gathering({
  lacking: "the repository's flows or build cannot be read",
  needs: ["variables", "policy"],
  seconds: 10,
  gather: ({ variables }, { projectDir }) => readProject(projectDir, { variables, checkFlow: () => [] }),
});
