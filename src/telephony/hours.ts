/** A day of the week, as the policy file writes it. */
export const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A stretch of a day in minutes since local midnight; `to` at or before `from` is on the next day. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** A stretch that begins on each of those days. */
export interface WeeklyRange extends TimeRange {
  readonly days: readonly Weekday[];
}

/** Weekly stretches, and for single dates (`YYYY-MM-DD`, local) the ones that begin there instead; none: an empty list. */
export interface Hours {
  readonly weekly: readonly WeeklyRange[];
  readonly exceptions: Readonly<Record<string, readonly TimeRange[]>>;
}
