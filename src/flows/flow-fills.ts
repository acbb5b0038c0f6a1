import type { FlowFile } from "./flow-file";
import { changeAtPlace, type FlowPlace, parseFlowPlace, valuesAt } from "./flow-place";
import type { JsonRecord } from "./json";
import { findState, mapStates, statesOf } from "./states";

/** A place in a flow that deploying fills with the value of that name. */
interface Fill {
  /** As bindings.json has it. */
  readonly written: string;
  readonly place: FlowPlace;
  readonly valueName: string;
}

/** Values by name. */
type Values = Readonly<Record<string, string>>;

function fillsIn(fills: Readonly<Record<string, string>>): Fill[] {
  return Object.entries(fills).map(([written, valueName]) => ({
    written,
    place: parseFlowPlace(written),
    valueName,
  }));
}

/**
 * The flow with values where bindings.json has them go.
 * @throws TypeError that names the place, or the value that is missing
 */
export function fillIn(
  definition: unknown,
  fills: Readonly<Record<string, string>>,
  values: Values,
): unknown {
  return fillsIn(fills).reduce((filled, fill) => {
    const { place } = fill;
    const problem = placeProblem(findState(definition, place.widget), place);
    if (problem !== undefined) throw new TypeError(`Cannot fill in ${fill.written}: ${problem}`);
    const value = filling(fill, values);
    return mapStates(filled, (one) =>
      one.name === place.widget ? changeAtPlace(one, place, () => value) : one,
    );
  }, definition);
}

/** The places that cannot be filled in: why, and what mends it, a sentence each. */
export function placesNotFilled(definition: unknown, fills: Readonly<Record<string, string>>): string[] {
  return fillsIn(fills).flatMap(({ written, place }) => {
    const problem = placeProblem(findState(definition, place.widget), place);
    return problem === undefined ? [] : [`${written}: ${problem}`];
  });
}

/** The places at which two versions of a flow have different placeholders. Their fills stand in the same order, under old and new names. */
export function editedFills(
  before: Pick<FlowFile, "definition" | "bindings">,
  after: Pick<FlowFile, "definition" | "bindings">,
): Pick<Fill, "written" | "valueName">[] {
  const known = fillsIn(before.bindings.fills);
  return fillsIn(after.bindings.fills).filter((fill, at) => {
    const [was] = placeholders(before.definition, known[at]?.place ?? fill.place);
    const [is] = placeholders(after.definition, fill.place);
    return was !== undefined && is !== undefined && was !== is;
  });
}

function placeholders(definition: unknown, place: FlowPlace): unknown[] {
  const state = findState(definition, place.widget);
  return state === undefined ? [] : valuesAt(state, place);
}

/** Why a place cannot be filled, and what mends it. */
function placeProblem(state: JsonRecord | undefined, place: FlowPlace): string | undefined {
  const { widget } = place;
  if (state === undefined) return `the flow has no widget ${widget}; mend fills in bindings.json`;
  const count = valuesAt(state, place).length;
  if ("property" in place)
    return count === 1 ? undefined : `${widget} has no ${place.property}; put a placeholder there`;
  if (count === 0)
    return `${widget} has no condition with the friendly name ${JSON.stringify(place.condition)}; mend fills in bindings.json, or the name`;
  return count === 1
    ? undefined
    : `${widget} has ${count} conditions with that friendly name; let each have its own`;
}

function filling({ written, valueName }: Fill, values: Values): string {
  const value = Object.hasOwn(values, valueName) ? values[valueName] : undefined;
  if (value !== undefined) return value;
  throw new TypeError(`Cannot fill in ${written}: there is no value ${valueName}; is it in the policy?`);
}

/** The flow with our file's placeholders where values still stand as they were filled in; what was edited stays. */
export function takeOut(
  definition: unknown,
  fills: Readonly<Record<string, string>>,
  { values, ours }: { readonly values: Values; readonly ours: unknown },
): unknown {
  return fillsIn(fills).reduce((taken, { place, valueName }) => {
    const [placeholder] = placeholders(ours, place);
    if (placeholder === undefined || !Object.hasOwn(values, valueName)) return taken;
    const isIt = whichIs(place.widget, taken, ours);
    const emptied = (value: unknown) => (value === values[valueName] ? placeholder : value);
    return mapStates(taken, (one) => (isIt(one) ? changeAtPlace(one, place, emptied) : one));
  }, definition);
}

/** The widget of that name; when there is none, one of its type that our file does not know: it may have been renamed. */
function whichIs(widget: string, live: unknown, ours: unknown): (state: JsonRecord) => boolean {
  if (findState(live, widget) !== undefined) return ({ name }) => name === widget;
  const known = new Set(statesOf(ours).map(({ name }) => name));
  const type = findState(ours, widget)?.type;
  return (state) => state.type === type && !known.has(state.name);
}
