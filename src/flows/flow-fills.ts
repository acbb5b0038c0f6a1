import type { JsonRecord } from "./json";
import { findState, mapStates, propertiesOf, statesOf, withProperty } from "./states";

/** A place in a flow that deploying fills with the value of that name. */
interface Fill {
  readonly widget: string;
  readonly property: string;
  readonly valueName: string;
}

/** Values by name. */
type Values = Readonly<Record<string, string>>;

function fillsIn(fills: Readonly<Record<string, string>>): Fill[] {
  return Object.entries(fills).map(([place, valueName]) => {
    const dot = place.indexOf(".");
    return { widget: place.slice(0, dot), property: place.slice(dot + 1), valueName };
  });
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
  return fillsIn(fills).reduce((filled, { widget, property, valueName }) => {
    const place = `${widget}.${property}`;
    const state = findState(definition, widget);
    if (state === undefined)
      throw new TypeError(
        `Cannot fill in ${place}: the flow has no widget ${widget}; mend fills in bindings.json`,
      );
    if (!Object.hasOwn(propertiesOf(state), property))
      throw new TypeError(`Cannot fill in ${place}: ${widget} has no ${property}; put a placeholder there`);
    const value = Object.hasOwn(values, valueName) ? values[valueName] : undefined;
    if (value === undefined)
      throw new TypeError(`Cannot fill in ${place}: there is no value ${valueName}; is it in the policy?`);
    return mapStates(filled, (one) => (one.name === widget ? withProperty(one, property, value) : one));
  }, definition);
}

/** The flow with our file's placeholders where values still stand as they were filled in; what was edited stays. */
export function takeOut(
  definition: unknown,
  fills: Readonly<Record<string, string>>,
  { values, ours }: { readonly values: Values; readonly ours: unknown },
): unknown {
  return fillsIn(fills).reduce((taken, { widget, property, valueName }) => {
    const placeholder = propertiesOf(findState(ours, widget))[property];
    const isFilled = (state: JsonRecord) =>
      Object.hasOwn(values, valueName) && propertiesOf(state)[property] === values[valueName];
    const isIt = whichIs(widget, taken, ours);
    return mapStates(taken, (state) =>
      placeholder !== undefined && isIt(state) && isFilled(state)
        ? withProperty(state, property, placeholder)
        : state,
    );
  }, definition);
}

/** The widget of that name; when there is none, one of its type that our file does not know: it may have been renamed. */
function whichIs(widget: string, live: unknown, ours: unknown): (state: JsonRecord) => boolean {
  if (findState(live, widget) !== undefined) return ({ name }) => name === widget;
  const known = new Set(statesOf(ours).map(({ name }) => name));
  const type = findState(ours, widget)?.type;
  return (state) => state.type === type && !known.has(state.name);
}
