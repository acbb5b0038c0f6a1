import { createHash } from "node:crypto";
import { isRecord, sortKeys } from "./json";

/**
 * A definition as text that is the same for every order of keys and widgets, and of transitions where it means nothing:
 * Studio takes the first `match` whose condition holds, so those keep their order.
 * @see https://www.twilio.com/docs/studio/widget-library/split-based-on
 */
export function canonicalFlow(definition: unknown): string {
  const sorted = sortKeys(definition);
  if (!isRecord(sorted) || !Array.isArray(sorted.states)) return JSON.stringify(sorted);
  const states = sorted.states.map(sortTransitions).map((state) => ({ state, key: keyOf(state) }));
  states.sort((a, b) => compare(a.key, b.key));
  return JSON.stringify({ ...sorted, states: states.map(({ state }) => state) });
}

/** By name; what has none, by all it holds. */
function keyOf(state: unknown): string {
  return JSON.stringify([isRecord(state) ? state.name : null, state]);
}

function sortTransitions(state: unknown): unknown {
  if (!isRecord(state) || !Array.isArray(state.transitions)) return state;
  const transitions = [...state.transitions].sort((a, b) => compare(eventOf(a), eventOf(b)));
  return { ...state, transitions };
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function eventOf(transition: unknown): string {
  return isRecord(transition) ? String(transition.event) : "";
}

/** The same of one widget. */
export function canonicalState(state: unknown): string {
  return JSON.stringify(sortTransitions(sortKeys(state)));
}

/** Whether two definitions mean the same to Studio and look the same on its canvas. */
export function isSameFlow(a: unknown, b: unknown): boolean {
  return canonicalFlow(a) === canonicalFlow(b);
}

/** Twelve hexadecimal digits that tell what a flow of the repository, or an unbound one, holds, layout included. */
export function fingerprintOf(definition: unknown): string {
  return createHash("sha256").update(canonicalFlow(definition)).digest("hex").slice(0, 12);
}
