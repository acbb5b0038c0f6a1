import type { HomeState } from "../policy/home/home-state";

/** The item of the map `home` that says what holds just now, whoever calls. */
export const HOME_STATE_KEY = "state";

/**
 * What the item `state` of the map `home` holds. A hand edit that is no instant counts as left out: the phone is then
 * neither paused nor open.
 */
export function parseHomeState(data: Readonly<Record<string, unknown>>): HomeState {
  const callbacksUntil = parseInstant(data.callbacksUntil);
  const pausedUntil = parseInstant(data.pausedUntil);
  return {
    ...(callbacksUntil === undefined ? {} : { callbacksUntil }),
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    ...(typeof data.pauseChangedBy === "string" ? { pauseChangedBy: data.pauseChangedBy } : {}),
  };
}

/** An instant in ISO 8601 as epoch milliseconds; undefined for what is none. */
export function parseInstant(value: unknown): number | undefined {
  const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
