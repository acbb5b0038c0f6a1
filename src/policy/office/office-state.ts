/**
 * The owner's switch for the opening hours, in the Sync item `state` of the map `office`: `auto` goes by the hours, `day` is
 * open and `night` closed whatever they say.
 */
export const OFFICE_MODES = ["auto", "day", "night"] as const;
export type OfficeMode = (typeof OFFICE_MODES)[number];

/** The switch as it stands. A department of its own mode does not follow the office's. */
export interface OfficeState {
  readonly mode: OfficeMode;
  readonly departments: Readonly<Record<string, OfficeMode>>;
  /** Epoch milliseconds until which the modes count; after it: auto. */
  readonly until?: number;
}
