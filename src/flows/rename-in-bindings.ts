import type { Renames } from "./find-renames";
import type { FlowBindings } from "./flow-file";

/** The bindings of a flow some of whose widgets have new names: its ends and fills are found by them. */
export function renameInBindings(bindings: FlowBindings, renames: Renames): FlowBindings {
  const renamed = (place: string) => place.replace(/^[^.[]+/, (widget) => renames.get(widget) ?? widget);
  const fills = Object.entries(bindings.fills).map(([place, name]) => [renamed(place), name]);
  return { ...bindings, ends: bindings.ends.map(renamed), fills: Object.fromEntries(fills) };
}
