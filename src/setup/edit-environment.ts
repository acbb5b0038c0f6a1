import { COMMAND_NAMES, ENVIRONMENT_NAMES, type VariableTraits } from "../config/environment";
import type { Change, Edited } from "./change";
import { readsAs, readVariables, setVariable } from "./dotenv-text";
import { HOUSE_FILES } from "./house-files";

const TRAITS: Readonly<Record<string, VariableTraits>> = { ...ENVIRONMENT_NAMES, ...COMMAND_NAMES };

/** Whether `.env` holds a variable of this name. */
export function isEnvironmentVariable(name: string): boolean {
  return name in TRAITS;
}

/**
 * A `.env` with these variables set. What has its value already is not touched; an empty value is none.
 * @throws Error that names a variable which what stands above it in the file keeps from being read
 */
export function editEnvironment(text: string, values: ReadonlyMap<string, string>): Edited {
  const before = readVariables(text);
  const anew = [...values].filter(([name, value]) => (before.get(name) ?? "") !== value);
  const edited = anew.reduce(
    (so, [name, value]) => setVariable(so, name, { value, description: TRAITS[name]?.description ?? "" }),
    text,
  );
  const lost = anew.find(([name, value]) => !readsAs(edited, name, value));
  if (lost !== undefined)
    throw new Error(
      `Cannot write ${lost[0]} into .env: a quote that opens in an earlier line and is not closed there swallows it. Close that quote`,
    );
  return { text: edited, changes: anew.map(([name, value]) => changeOf(name, before.get(name), value)) };
}

function changeOf(name: string, from: string | undefined, to: string): Change {
  const change = { file: HOUSE_FILES.environment, what: name };
  if (TRAITS[name]?.isSecret !== false) return change;
  return from ? { ...change, from, to } : { ...change, to };
}
