import { isRecord, isSameJson, type JsonRecord, listIn } from "./json";
import { mapStates, propertiesOf, statesOf } from "./states";

/** New names by old ones. */
export type Renames = ReadonlyMap<string, string>;

/** Widgets that have another name and are else as they were, wherever they stand on the canvas. */
export function findRenames(before: unknown, after: unknown): Renames {
  const [gone, added] = [without(before, after), without(after, before)];
  const names = new Set([...gone, ...added].map(({ name }) => name));
  const renames = new Map<string, string>();
  for (const state of gone) {
    const at = added.findIndex((one) => isSameJson(essenceOf(one, names), essenceOf(state, names)));
    const [found] = at < 0 ? [] : added.splice(at, 1);
    if (found !== undefined) renames.set(String(state.name), String(found.name));
  }
  return renames;
}

/** The widgets that the other definition does not know by name. */
function without(definition: unknown, other: unknown): JsonRecord[] {
  const names = new Set(statesOf(other).map(({ name }) => name));
  return statesOf(definition).filter(({ name }) => typeof name === "string" && !names.has(name));
}

/** What a widget is besides its name and its place, whatever those are called that may have been renamed as well. */
function essenceOf(state: JsonRecord, names: ReadonlySet<unknown>): unknown {
  const { offset: _place, ...properties } = propertiesOf(state);
  const transitions = changeNext(state.transitions, (next) => (names.has(next) ? null : next));
  return { ...state, name: null, properties, transitions };
}

/** The definition with widgets under their new names, and so in what leads to them. Liquid stays as it is. */
export function renameWidgets(definition: unknown, renames: Renames): unknown {
  if (renames.size === 0 || !isRecord(definition)) return definition;
  const renamed = (name: unknown) => (typeof name === "string" && renames.get(name)) || name;
  const states = mapStates(definition, (state) => ({
    ...state,
    name: renamed(state.name),
    transitions: changeNext(state.transitions, renamed),
  }));
  return isRecord(states) ? { ...states, initial_state: renamed(definition.initial_state) } : states;
}

function changeNext(transitions: unknown, change: (next: unknown) => unknown): unknown {
  const isList = Array.isArray(transitions);
  if (!isList) return transitions;
  return listIn(transitions).map((one) =>
    isRecord(one) && "next" in one ? { ...one, next: change(one.next) } : one,
  );
}
