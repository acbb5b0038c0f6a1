import { didYouMean } from "../config/did-you-mean";
import type { Check } from "./check";

/**
 * The checks of those names, or all when none is named.
 * @param only as `--only` was given: names, or several with commas between them
 * @throws TypeError for a name that no check has
 */
export function chooseChecks(checks: readonly Check[], only: readonly string[]): readonly Check[] {
  const wanted = only.flatMap((names) => names.split(",")).map((name) => name.trim());
  if (wanted.length === 0) return checks;
  const names = checks.map(({ name }) => name);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new TypeError(
      `Cannot check ${JSON.stringify(unknown)}${didYouMean(unknown, names)}: --only takes ${names.join(", ")}`,
    );
  return checks.filter(({ name }) => wanted.includes(name));
}
