import type { Condition, Flow, State, Transition } from "./flow";
import { isRecord } from "./json";

/** A place where a definition does not have the shape of a flow. */
export interface ShapeProblem {
  readonly widget?: string;
  readonly message: string;
}

/** The flow as far as it can be read, and what is wrong with its shape. */
export interface FlowReading {
  readonly flow: Flow | undefined;
  readonly problems: readonly ShapeProblem[];
}

/**
 * Reads a flow definition, given as its JSON text or as the parsed object.
 * @throws SyntaxError when the text is not JSON, TypeError when it has not the shape of a flow (all reasons in one message).
 */
export function parseFlow(definition: unknown): Flow {
  const { flow, problems } = readFlow(typeof definition === "string" ? parseJson(definition) : definition);
  if (flow === undefined || problems.length > 0) {
    const reasons = problems.map(({ widget, message }) =>
      widget === undefined ? message : `${widget}: ${message}`,
    );
    throw new TypeError(`Cannot read flow: ${reasons.join("; ")}`);
  }
  return flow;
}

/** Reads as much of a flow as there is: the lint reports every problem, not only the first. */
export function readFlow(value: unknown): FlowReading {
  if (!isRecord(value)) return { flow: undefined, problems: [{ message: "a flow is a JSON object" }] };
  const { states, initial_state: initial, flags } = value;
  if (!Array.isArray(states))
    return { flow: undefined, problems: [{ message: "states is missing or not an array" }] };
  if (isOldExport(states)) return { flow: undefined, problems: [{ message: OLD_EXPORT }] };
  const problems: ShapeProblem[] = [...envelopeProblems(value)];
  const read = states.map((state: unknown, index) => readState(state, `state ${index + 1}`, problems));
  const flow: Flow = {
    ...(typeof value.description === "string" ? { description: value.description } : {}),
    states: read,
    initial_state: typeof initial === "string" ? initial : "",
    ...(isRecord(flags) && typeof flags.allow_concurrent_calls === "boolean"
      ? { flags: { allow_concurrent_calls: flags.allow_concurrent_calls } }
      : {}),
  };
  if (typeof initial === "string" && !read.some(({ name }) => name === initial))
    problems.push({ message: `initial_state ${JSON.stringify(initial)} names no state` });
  return { flow, problems };
}

const OLD_EXPORT =
  "an export of Studio v1 (states of type InitialState, transitions by SID) is not accepted by Studio v2: open it in the console and export it again";

function isOldExport(states: readonly unknown[]): boolean {
  return states.some(
    (state) =>
      isRecord(state) &&
      (state.type === "InitialState" ||
        (Array.isArray(state.transitions) &&
          state.transitions.some((one: unknown) => isRecord(one) && "uuid" in one))),
  );
}

const SCHEMA_URL = "https://schemas.twilio.com/studio/draft/2019-09/flow-definition";
const ENVELOPE = ["$schema", "description", "states", "initial_state", "flags"];

function* envelopeProblems(value: Readonly<Record<string, unknown>>): Generator<ShapeProblem> {
  for (const key of Object.keys(value))
    if (!ENVELOPE.includes(key)) yield { message: `${JSON.stringify(key)} is not a member of a flow` };
  const { $schema: schema, description, initial_state: initial, flags, states } = value;
  if (schema !== undefined && schema !== SCHEMA_URL) yield { message: `$schema can only be ${SCHEMA_URL}` };
  if (description !== undefined && typeof description !== "string")
    yield { message: "description is not a string" };
  if (typeof initial !== "string" || initial === "")
    yield { message: "initial_state is missing or not a string" };
  if (Array.isArray(states) && states.length === 0) yield { message: "states is empty" };
  if (Array.isArray(states) && states.length > 1000) yield { message: "a flow has at most 1000 states" };
  if (flags !== undefined && !(isRecord(flags) && typeof flags.allow_concurrent_calls === "boolean"))
    yield { message: "flags is present without a boolean allow_concurrent_calls" };
}

function readState(value: unknown, place: string, problems: ShapeProblem[]): State {
  if (!isRecord(value)) {
    problems.push({ message: `${place} is not an object` });
    return { name: place, type: "", transitions: [], properties: {} };
  }
  const name = typeof value.name === "string" && value.name !== "" ? value.name : place;
  const complain = (message: string) => problems.push({ widget: name, message });
  if (name === place) complain("name is missing");
  if (typeof value.type !== "string") complain("type is missing");
  if (!Array.isArray(value.transitions)) complain("transitions is missing or not an array");
  if (!isRecord(value.properties)) complain("properties is missing or not an object");
  const transitions: readonly unknown[] = Array.isArray(value.transitions) ? value.transitions : [];
  return {
    name,
    type: typeof value.type === "string" ? value.type : "",
    transitions: transitions.map((transition) => readTransition(transition, complain)),
    properties: isRecord(value.properties) ? value.properties : {},
  };
}

function readTransition(value: unknown, complain: (message: string) => void): Transition {
  if (!isRecord(value) || typeof value.event !== "string") {
    complain("a transition has no event");
    return { event: "" };
  }
  const { event, next, conditions } = value;
  if (next !== undefined && typeof next !== "string") complain(`${event}: next is not a string`);
  if (conditions !== undefined && !Array.isArray(conditions))
    complain(`${event}: conditions is not an array`);
  if ("condition" in value) complain(`${event}: condition is written conditions`);
  const listed: readonly unknown[] | undefined = Array.isArray(conditions) ? conditions : undefined;
  return {
    event,
    // Studio takes "" as "not connected" too.
    ...(typeof next === "string" && next !== "" ? { next } : {}),
    ...(listed === undefined ? {} : { conditions: listed.map((one) => readCondition(one, event, complain)) }),
  };
}

function readCondition(value: unknown, event: string, complain: (message: string) => void): Condition {
  const { friendly_name: label, arguments: listed, type, value: operand } = isRecord(value) ? value : {};
  const texts: readonly unknown[] | undefined = Array.isArray(listed) ? listed : undefined;
  const isTexts = texts !== undefined && texts.length > 0 && texts.every((one) => typeof one === "string");
  if (typeof label !== "string") complain(`${event}: a condition has no friendly_name`);
  if (!isTexts) complain(`${event}: a condition has no arguments`);
  if (typeof type !== "string") complain(`${event}: a condition has no type`);
  if (typeof operand !== "string") complain(`${event}: a condition has no value`);
  return {
    friendly_name: typeof label === "string" ? label : "",
    arguments: texts?.filter((one) => typeof one === "string") ?? [],
    type: typeof type === "string" ? type : "",
    value: typeof operand === "string" ? operand : "",
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`Cannot read flow: ${error instanceof Error ? error.message : "not JSON"}`);
  }
}
