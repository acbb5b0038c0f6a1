import { isSameFlow } from "./canonical-flow";
import { diffValues } from "./diff-values";
import { diffWidget } from "./diff-widget";
import { findRenames, renameWidgets } from "./find-renames";
import type { FlowChange } from "./flow-change";
import { isRecord, type JsonRecord } from "./json";
import { statesOf } from "./states";

/**
 * What changes from one definition to another, widget by widget, in the order of the later one; nothing when they mean
 * the same and look the same on Studio's canvas.
 */
export function diffFlows(before: unknown, after: unknown): FlowChange[] {
  if (isSameFlow(before, after)) return [];
  const renames = findRenames(before, after);
  const was = renameWidgets(before, renames);
  const changes: FlowChange[] = [
    ...[...renames].map(([old, widget]): FlowChange => ({ kind: "renamed", widget, before: old })),
    ...diffStates(namedStates(was), namedStates(after)),
    ...diffValues(envelopeOf(was), envelopeOf(after), "").map(
      (one): FlowChange => ({ kind: "flow", ...one }),
    ),
  ];
  return changes.length > 0 ? changes : [{ kind: "flow", what: "definition", before, after }];
}

type NamedStates = ReadonlyMap<string, JsonRecord>;

function diffStates(before: NamedStates, after: NamedStates): FlowChange[] {
  const kept = [...after].flatMap(([widget, state]): FlowChange[] => {
    const was = before.get(widget);
    if (was !== undefined) return diffWidget(widget, was, state);
    return [{ kind: "added", widget, type: String(state.type), state }];
  });
  const gone = [...before].flatMap(([widget, state]): FlowChange[] =>
    after.has(widget) ? [] : [{ kind: "removed", widget, type: String(state.type), state }],
  );
  return [...kept, ...gone];
}

/** By name; a name that Studio would refuse, for it is there already, is numbered. */
function namedStates(definition: unknown): NamedStates {
  const named = new Map<string, JsonRecord>();
  for (const state of statesOf(definition)) {
    const name = String(state.name);
    const twins = [...named.keys()].filter((known) => known === name || known.startsWith(`${name} #`)).length;
    named.set(twins === 0 ? name : `${name} #${twins + 1}`, state);
  }
  return named;
}

function envelopeOf(definition: unknown): unknown {
  if (!isRecord(definition) || !Array.isArray(definition.states)) return definition;
  const { states: _widgets, ...envelope } = definition;
  return envelope;
}
