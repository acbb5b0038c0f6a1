import type { Flow } from "./flow";
import { isRecord } from "./json";

/** How far, in pixels of the canvas, a widget strays when somebody works on a flow. */
const STEP = 10;

/**
 * The same flow as the visual editor saves it: states in another order, the members of every object in another order, and
 * a widget of which the hand was not quite still. Lists of transitions keep their order, which means something. Always the
 * same for the same definition.
 */
export function rearrangeDefinition(definition: Flow): unknown {
  const [first, ...others] = definition.states;
  const states = first === undefined ? [] : [...others, { ...first, properties: moved(first.properties) }];
  return rotateMembers({ ...definition, states });
}

function moved(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { x, y }: Readonly<Record<string, unknown>> = isRecord(properties.offset) ? properties.offset : {};
  return { ...properties, offset: { x: shifted(x), y: shifted(y) } };
}

function shifted(coordinate: unknown): number {
  return (typeof coordinate === "number" ? coordinate : 0) + STEP;
}

function rotateMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rotateMembers);
  if (!isRecord(value)) return value;
  const [first, ...others] = Object.entries(value);
  const rotated = first === undefined ? [] : [...others, first];
  return Object.fromEntries(rotated.map(([name, member]) => [name, rotateMembers(member)]));
}
