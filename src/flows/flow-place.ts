import { isRecord, type JsonRecord, listIn } from "./json";
import { propertiesOf, withProperty } from "./states";

/**
 * A place in a widget that deploying fills: a property, or what a condition of a split compares with, which is found by
 * the condition's friendly name.
 */
export type FlowPlace =
  | { readonly widget: string; readonly property: string }
  | { readonly widget: string; readonly condition: string };

/** How bindings.json writes places. */
export const PLACE_FORMS = '"widget.property" or "widget[condition\'s friendly name].value"';
const PROPERTY = /^([\w-]+)\.(\S+)$/;
const CONDITION = /^([\w-]+)\[(.+)\]\.value$/;

/** Whether a text is a place as bindings.json writes them. */
export function isFlowPlace(text: string): boolean {
  return PROPERTY.test(text) || CONDITION.test(text);
}

/** Reads a place. @throws TypeError when the text is none */
export function parseFlowPlace(text: string): FlowPlace {
  const [, splitName, condition] = CONDITION.exec(text) ?? [];
  if (splitName !== undefined && condition !== undefined) return { widget: splitName, condition };
  const [, widget, property] = PROPERTY.exec(text) ?? [];
  if (widget !== undefined && property !== undefined) return { widget, property };
  throw new TypeError(`Cannot read the place ${text}: it is not of the form ${PLACE_FORMS}`);
}

/** Everything that stands at a place: nothing when the widget has no such place, several when conditions are namesakes. */
export function valuesAt(state: JsonRecord, place: FlowPlace): unknown[] {
  if ("condition" in place)
    return conditionsOf(state).flatMap((one) => (isIt(one, place.condition) ? [one.value] : []));
  const properties = propertiesOf(state);
  return Object.hasOwn(properties, place.property) ? [properties[place.property]] : [];
}

/** The same widget with something else at a place. */
export function changeAtPlace(
  state: JsonRecord,
  place: FlowPlace,
  change: (value: unknown) => unknown,
): JsonRecord {
  if ("property" in place)
    return valuesAt(state, place).reduce(
      (changed: JsonRecord, value) => withProperty(changed, place.property, change(value)),
      state,
    );
  return mapConditions(state, (one) =>
    isIt(one, place.condition) ? { ...one, value: change(one.value) } : one,
  );
}

function isIt(condition: JsonRecord, friendlyName: string): boolean {
  return condition.friendly_name === friendlyName && "value" in condition;
}

function conditionsOf({ transitions }: JsonRecord): JsonRecord[] {
  return listIn(transitions)
    .filter(isRecord)
    .flatMap(({ conditions }) => listIn(conditions).filter(isRecord));
}

function mapConditions(state: JsonRecord, change: (condition: JsonRecord) => JsonRecord): JsonRecord {
  if (conditionsOf(state).length === 0) return state;
  const transitions = listIn(state.transitions).map((transition) =>
    isRecord(transition) && Array.isArray(transition.conditions)
      ? {
          ...transition,
          conditions: listIn(transition.conditions).map((one) => (isRecord(one) ? change(one) : one)),
        }
      : transition,
  );
  return { ...state, transitions };
}
