import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { COMMAND_NAMES, ENVIRONMENT_NAMES } from "../config/environment";
import { readVariables, setVariable } from "./dotenv-text";

const TRAITS = { ...ENVIRONMENT_NAMES, ...COMMAND_NAMES };

/**
 * Sets variables in a `.env`, which is made when there is none; nothing is written when they are set so already. Only
 * its owner may read the file.
 */
export function noteVariables(
  file: string,
  values: Readonly<Partial<Record<keyof typeof TRAITS, string | undefined>>>,
): void {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const after = Object.entries(TRAITS).reduce((text, [name, { description }]) => {
    const value: unknown = Reflect.get(values, name);
    const isNews = typeof value === "string" && readVariables(text).get(name) !== value;
    return isNews ? setVariable(text, name, { value, description }) : text;
  }, before);
  if (after === before) return;
  const part = `${file}.${process.pid}`;
  writeFileSync(part, after, { mode: 0o600 });
  renameSync(part, file);
}
