import type { UncompiledLine } from "../config/read-policy";
import { menuTargets, reachedRules } from "./can-ring";
import type { Project } from "./project";

/** Whether some caller of a line hears what numbers spell: by its rules, or by a choice of its menu. */
export function spellsNumbers(
  line: Pick<UncompiledLine, "rules" | "menu">,
  { office }: Pick<Project, "office">,
): boolean {
  const reached = reachedRules(line);
  const isChoice = (): boolean =>
    office !== undefined && menuTargets(line, office).some(({ kind }) => kind === "vanity");
  return reached.includes("vanity") || (reached.includes("menu") && isChoice());
}
