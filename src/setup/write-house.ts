import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { HOUSE_FILES } from "./house-files";
import { SECRET_MODE, type SetupPlan } from "./plan-setup";

/**
 * Writes the files that the plan changes: each at once, and none before all of them are ready beside their places.
 * @param folder the project's root
 * @returns the names of the files that were written
 */
export function writeHouse(folder: string, plan: SetupPlan): string[] {
  const names = [...new Set(plan.changes.map(({ file }) => file))];
  const drafts = names.map((name) => {
    const file = realPath(join(folder, name));
    return { name, file, part: `${file}.${process.pid}.new` };
  });
  try {
    for (const { name, file, part } of drafts) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(part, contentOf(name, plan), { mode: SECRET_MODE });
      chmodSync(part, modeOf(name, file));
    }
    for (const { file, part } of drafts) renameSync(part, file);
  } catch (error) {
    for (const { part } of drafts) rmSync(part, { force: true });
    throw error;
  }
  return names;
}

/** What a link points to is replaced, not the link. */
function realPath(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) === undefined ? file : realpathSync(file);
}

function contentOf(name: string, { environment, policy, contacts }: SetupPlan): string | Uint8Array {
  if (name === HOUSE_FILES.environment) return environment;
  return name === HOUSE_FILES.policy ? policy : (contacts ?? "");
}

/** The policy holds no secrets: it stays as open as it is. */
function modeOf(name: string, file: string): number {
  if (name !== HOUSE_FILES.policy) return SECRET_MODE;
  return (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777;
}
