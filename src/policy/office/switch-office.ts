import type { OfficeMode, OfficeState } from "./office-state";

/** How the office's switch stands: `auto` once its time has run out. @param at epoch milliseconds */
export function officeModeAt({ mode, until }: OfficeState, at: number): OfficeMode {
  return until !== undefined && at >= until ? "auto" : mode;
}

/**
 * Puts the office's switch somewhere until it is put elsewhere. Departments with a switch of their own stay as they are,
 * but for those whose time has run out. @param at epoch milliseconds
 */
export function switchOffice(state: OfficeState, mode: OfficeMode, at: number): OfficeState {
  const { until } = state;
  const isOver = until !== undefined && at >= until;
  return { mode, departments: isOver ? {} : state.departments };
}
