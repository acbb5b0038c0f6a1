import type { LogDetails } from "./log";
import type { CallWiring } from "./wiring";

/** What was noted by this warm Function. */
const noted = new Set<string>();
const MOST_KEPT = 1000;

/** Logs what stays wrong until somebody mends it once in the life of a warm Function. `key` is not logged. */
export function noteOnce(
  wiring: CallWiring,
  key: string,
  { event, details }: { readonly event: string; readonly details: LogDetails },
): void {
  if (noted.has(key)) return;
  if (noted.size < MOST_KEPT) noted.add(key);
  wiring.log(event, details);
}
