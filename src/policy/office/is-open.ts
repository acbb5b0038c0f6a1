import { isWithin } from "../home/is-within";
import type { Department } from "./office";
import type { OfficeMode, OfficeState } from "./office-state";

/** What decides about a department's doors, besides its hours. `now`: epoch milliseconds; `timezone`: IANA name. */
export interface AtTheDoor {
  /** The department's id in the policy. */
  readonly id: string;
  readonly state: OfficeState;
  readonly now: number;
  readonly timezone: string;
}

/**
 * Whether calls may ring a department: its own switch decides, else the office's; both on `auto`, or run out, its hours
 * do. One without hours is always open.
 */
export function isOpen({ hours }: Pick<Department, "hours">, door: AtTheDoor): boolean {
  switch (modeOf(door)) {
    case "day":
      return true;
    case "night":
      return false;
    case "auto":
      return hours === undefined || isWithin(hours, door.now, door.timezone);
  }
}

function modeOf({ id, state, now }: AtTheDoor): OfficeMode {
  const { mode, departments, until } = state;
  if (until !== undefined && now >= until) return "auto";
  return (Object.hasOwn(departments, id) ? departments[id] : undefined) ?? mode;
}
