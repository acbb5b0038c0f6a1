import type { Flow } from "./flow";
import { isRecord } from "./json";
import type { Place } from "./place";
import { readState, type ShapeProblem } from "./read-state";
import { mistyped, notListed } from "./schema/validator-wording";

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
  const { flow, problems } = readFlow(parseDefinition(definition));
  if (flow === undefined || problems.length > 0) {
    const reasons = problems.map(({ widget, message }) =>
      widget === undefined ? message : `${widget}: ${message}`,
    );
    throw new TypeError(`Cannot read flow: ${reasons.join("; ")}`);
  }
  return flow;
}

/** That a parsed definition, as it stands, is a flow's. @throws TypeError as `parseFlow` */
export function assertFlow(definition: unknown): asserts definition is Flow {
  parseFlow(definition);
}

/** Reads as much of a flow as there is: the lint reports every problem, not only the first. */
export function readFlow(value: unknown): FlowReading {
  if (!isRecord(value)) return unreadable([], "a flow is a JSON object", [mistyped(value, "object")]);
  const { states, initial_state: initial, flags } = value;
  if (!Array.isArray(states))
    return unreadable(["states"], "states is missing or not an array", [mistyped(states, "array")]);
  if (isOldExport(states)) return unreadable(["states"], OLD_EXPORT);
  const problems: ShapeProblem[] = [...envelopeProblems(value)];
  const read = states.map((state: unknown, index) => readState(state, index, problems));
  const flow: Flow = {
    ...(typeof value.description === "string" ? { description: value.description } : {}),
    states: read,
    initial_state: typeof initial === "string" ? initial : "",
    ...(isRecord(flags) && typeof flags.allow_concurrent_calls === "boolean"
      ? { flags: { allow_concurrent_calls: flags.allow_concurrent_calls } }
      : {}),
  };
  if (typeof initial === "string" && !read.some(({ name }) => name === initial))
    problems.push({
      place: ["initial_state"],
      message: `initial_state ${JSON.stringify(initial)} names no state`,
    });
  return { flow, problems };
}

function unreadable(place: Place, message: string, wording: readonly string[] = []): FlowReading {
  return { flow: undefined, problems: [{ place, message, wording }] };
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
    if (!ENVELOPE.includes(key))
      yield { place: [key], message: `${JSON.stringify(key)} is not a member of a flow` };
  const { $schema: schema, description, initial_state: initial, flags, states } = value;
  if (schema !== undefined && schema !== SCHEMA_URL)
    yield {
      place: ["$schema"],
      message: `$schema can only be ${SCHEMA_URL}`,
      wording: [notListed([SCHEMA_URL])],
    };
  if (description !== undefined && typeof description !== "string")
    yield mistypedMember("description", description, "is not a string");
  if (typeof initial !== "string")
    yield mistypedMember("initial_state", initial, "is missing or not a string");
  if (initial === "") yield { place: ["initial_state"], message: "initial_state is missing or not a string" };
  if (Array.isArray(states)) yield* countProblems(states);
  if (flags !== undefined) yield* flagProblems(flags);
}

function mistypedMember(member: string, value: unknown, message: string): ShapeProblem {
  return { place: [member], message: `${member} ${message}`, wording: [mistyped(value, "string")] };
}

function* countProblems({ length }: readonly unknown[]): Generator<ShapeProblem> {
  if (length === 0) yield { place: ["states"], message: "states is empty" };
  if (length > 1000) yield { place: ["states"], message: "a flow has at most 1000 states" };
}

function* flagProblems(flags: unknown): Generator<ShapeProblem> {
  const message = "flags is present without a boolean allow_concurrent_calls";
  if (!isRecord(flags)) yield { place: ["flags"], message, wording: [mistyped(flags, "object")] };
  else if (typeof flags.allow_concurrent_calls !== "boolean")
    yield {
      place: ["flags", "allow_concurrent_calls"],
      message,
      wording: [mistyped(flags.allow_concurrent_calls, "boolean")],
    };
}

/** The JSON value of a definition that is given as its text; anything else as it is. @throws SyntaxError */
export function parseDefinition(definition: unknown): unknown {
  if (typeof definition !== "string") return definition;
  try {
    return JSON.parse(definition);
  } catch (error) {
    throw new SyntaxError(`Cannot read flow: ${error instanceof Error ? error.message : "not JSON"}`);
  }
}
