import type { Hours } from "../telephony/hours";
import { parseHours, parseTimes } from "../telephony/parse-hours";

/** Hours as the policy file writes them, of a file that the checks have let pass. */
export function compileHours(
  weekly: readonly string[],
  exceptions: Readonly<Record<string, string | readonly string[]>>,
): Hours {
  const dates = Object.entries(exceptions).map(([date, times]) => [
    date,
    [times].flat().flatMap((text) => parseTimes(text) ?? []),
  ]);
  return {
    weekly: weekly.flatMap((text) => parseHours(text) ?? []),
    exceptions: Object.fromEntries(dates),
  };
}
