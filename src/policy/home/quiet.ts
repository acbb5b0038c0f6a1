import type { AllowEntry } from "./allow-entry";
import type { Home } from "./home";
import type { HomeState } from "./home-state";
import { isWithin, isWithinWeekly } from "./is-within";

/** Why a listed person is not connected just now. */
export type Quiet = "paused" | "bedtime" | "hours";

/** What quiet depends on. `now` is in epoch milliseconds, `timezone` an IANA name. */
export interface QuietFacts {
  readonly entry: AllowEntry;
  readonly home: Home | undefined;
  readonly state: HomeState | undefined;
  readonly now: number;
  readonly timezone: string;
}

/** Why a listed person is not connected just now; undefined when nothing is in the way. */
export function quietNow({ entry, home, state, now, timezone }: QuietFacts): Quiet | undefined {
  if (now < (state?.pausedUntil ?? 0)) return "paused";
  if (entry.hours !== undefined && !isWithinWeekly(entry.hours, now, timezone)) return "hours";
  const isBedtime = home !== undefined && isWithin(home.bedtimes, now, timezone);
  return isBedtime && !entry.overrideBedtime ? "bedtime" : undefined;
}
