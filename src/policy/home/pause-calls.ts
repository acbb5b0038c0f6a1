import type { HomeState } from "./home-state";

const HOUR_MS = 60 * 60 * 1000;

/** Whether the owner has paused the phone. @param at epoch milliseconds */
export function isPaused({ pausedUntil }: HomeState, at: number): boolean {
  return pausedUntil !== undefined && at < pausedUntil;
}

/**
 * Pauses all calls for an hour, or ends the pause. A step of a call that has done so before changes nothing: its webhook
 * was delivered twice. @param step names the step of the call @param at epoch milliseconds
 */
export function togglePause(state: HomeState, step: string, at: number): HomeState {
  if (state.pauseChangedBy === step) return state;
  const { pausedUntil, ...others } = state;
  const changed = { ...others, pauseChangedBy: step };
  return isPaused(state, at) ? changed : { ...changed, pausedUntil: at + HOUR_MS };
}
