import { canonicalState } from "./canonical-flow";
import { diffExits } from "./diff-exits";
import { diffValues } from "./diff-values";
import type { FlowChange } from "./flow-change";
import { isSameJson, type JsonRecord } from "./json";
import { propertiesOf } from "./states";

/** What differs between two states of a widget; its place on the canvas counts once. */
export function diffWidget(widget: string, before: JsonRecord, after: JsonRecord): FlowChange[] {
  if (canonicalState(before) === canonicalState(after)) return [];
  const [was, is] = [partsOf(before), partsOf(after)];
  const differences = [
    ...diffValues(was.rest, is.rest, ""),
    ...diffValues(was.properties, is.properties, ""),
  ];
  const changes: FlowChange[] = [
    ...differences.map((one): FlowChange => ({ kind: "changed", widget, ...one })),
    ...diffExits(widget, before.transitions, after.transitions),
    ...(isSameJson(was.offset, is.offset) ? [] : [{ kind: "moved" as const, widget }]),
  ];
  return changes.length > 0 ? changes : [{ kind: "changed", widget, what: "definition", before, after }];
}

function partsOf(state: JsonRecord) {
  const { properties: _all, transitions: _exits, ...rest } = state;
  const { offset, ...properties } = propertiesOf(state);
  return { rest, properties, offset };
}
