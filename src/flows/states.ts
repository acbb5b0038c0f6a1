import { isRecord, type JsonRecord, listIn } from "./json";

/** The widgets of a definition, which calls them states. What is no object is left out. */
export function statesOf(definition: unknown): readonly JsonRecord[] {
  return isRecord(definition) ? listIn(definition.states).filter(isRecord) : [];
}

/** The first widget of that name. */
export function findState(definition: unknown, name: string): JsonRecord | undefined {
  return statesOf(definition).find((state) => state.name === name);
}

/** A widget's properties; none when it has not got any. */
export function propertiesOf(state: JsonRecord | undefined): JsonRecord {
  return isRecord(state?.properties) ? state.properties : {};
}

/** The same definition with every widget replaced. */
export function mapStates(definition: unknown, change: (state: JsonRecord) => JsonRecord): unknown {
  if (!isRecord(definition) || !Array.isArray(definition.states)) return definition;
  const states = definition.states.map((state: unknown) => (isRecord(state) ? change(state) : state));
  return { ...definition, states };
}

/** The same widget with one property replaced, in its place. */
export function withProperty(state: JsonRecord, property: string, value: unknown): JsonRecord {
  const properties = Object.entries(propertiesOf(state)).map(([key, was]) => [
    key,
    key === property ? value : was,
  ]);
  return { ...state, properties: Object.fromEntries(properties) };
}
