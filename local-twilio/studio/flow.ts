/** One condition of a `match` transition. @see https://www.twilio.com/docs/studio/widget-library/split-based-on */
export interface Condition {
  readonly friendly_name: string;
  readonly arguments: readonly string[];
  readonly type: string;
  readonly value: string;
}

/** One exit of a widget; an exit without `next` ends the execution. */
export interface Transition {
  readonly event: string;
  readonly next?: string;
  readonly conditions?: readonly Condition[];
}

/** A widget as the flow's JSON holds it. */
export interface State {
  readonly name: string;
  readonly type: string;
  readonly transitions: readonly Transition[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A flow definition, spelled as Studio spells it. @see https://www.twilio.com/docs/studio/rest-api/v2/schemas */
export interface Flow {
  readonly description?: string;
  readonly states: readonly State[];
  readonly initial_state: string;
  readonly flags?: { readonly allow_concurrent_calls?: boolean };
}

const indexes = new WeakMap<Flow, ReadonlyMap<string, State>>();

/** The state of that name, or undefined. */
export function findState(flow: Flow, name: string): State | undefined {
  const known = indexes.get(flow) ?? new Map(flow.states.map((state) => [state.name, state]));
  indexes.set(flow, known);
  return known.get(name);
}
