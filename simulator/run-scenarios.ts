import { runScenario, type ScenarioRun } from "./run-scenario";
import type { Scenario } from "./scenario-schema";
import { openWorkshop } from "./workshop";

/** Runs scenarios one after another; what they are built from is built once. @param tell hears of each as it ends. */
export async function runScenarios(
  scenarios: readonly Scenario[],
  tell: (run: ScenarioRun) => void,
): Promise<ScenarioRun[]> {
  const workshop = openWorkshop();
  const runs: ScenarioRun[] = [];
  try {
    for (const { policy, contacts } of scenarios) await workshop.assetsDir({ policy, contacts });
    for (const scenario of scenarios) {
      const run = await runScenario(scenario, workshop);
      tell(run);
      runs.push(run);
    }
    return runs;
  } finally {
    workshop.close();
  }
}
