import { type Flow, findState, type State } from "../flow";
import { findWidgetSchema } from "../schema/widget-schemas";

/** One exit of a widget: where it leads, or nowhere. */
export interface Exit {
  readonly event: string;
  readonly next: string | undefined;
}

/** The flow as a graph. */
export interface FlowGraph {
  /** Every exit a widget has: those it lists, and those that its type has and the flow leaves out. */
  readonly exitsOf: (state: State) => readonly Exit[];
  /** The widgets that can come after this one, itself only when it is in a loop. */
  readonly after: (name: string) => ReadonlySet<string>;
  /** Whether `earlier` can have run before `later` is entered. */
  readonly canPrecede: (earlier: string, later: string) => boolean;
  /** The widgets that a new execution can come to, the first one included. */
  readonly reachable: ReadonlySet<string>;
}

/** Reads a flow as a graph; transitions to missing widgets lead nowhere. */
export function createFlowGraph(flow: Flow): FlowGraph {
  const followers = new Map<string, ReadonlySet<string>>();
  const after = (name: string) => {
    const known = followers.get(name) ?? collectAfter(flow, name);
    followers.set(name, known);
    return known;
  };
  return {
    exitsOf,
    after,
    canPrecede: (earlier, later) => after(earlier).has(later),
    reachable: new Set([flow.initial_state, ...after(flow.initial_state)]),
  };
}

function exitsOf({ type, transitions }: State): readonly Exit[] {
  const listed = transitions.map(({ event, next }) => ({ event, next }));
  const left =
    findWidgetSchema(type)?.events.filter((event) => listed.every((exit) => exit.event !== event)) ?? [];
  // A split without branches has no match to be wired, and composerStarted is in newer flows only.
  const missing = left.filter((event) => event !== "match" && event !== "composerStarted");
  return [...listed, ...missing.map((event) => ({ event, next: undefined }))];
}

function collectAfter(flow: Flow, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop())
    for (const { next } of findState(flow, current)?.transitions ?? [])
      if (next !== undefined && !found.has(next) && findState(flow, next) !== undefined) {
        found.add(next);
        waiting.push(next);
      }
  return found;
}
