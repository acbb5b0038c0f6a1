import { isRecord, type JsonRecord, listIn } from "./json";
import { likest, pairUp } from "./pair-up";
import { statesOf } from "./states";

/**
 * A definition in the order of ours: widgets, keys and transitions stand where the file has them, and what is new stands
 * after. It holds the same; lists whose order may mean something keep it.
 */
export function arrangeFlow(live: unknown, ours: unknown): unknown {
  if (!isRecord(live) || !Array.isArray(live.states)) return arrangeValue(live, ours);
  const states = arrangeStates(live.states, statesOf(ours));
  return { ...arrangeRecord({ ...live, states: [] }, ours), states };
}

function arrangeStates(states: readonly unknown[], ours: readonly JsonRecord[]): unknown[] {
  const places = new Map(ours.map(({ name }, place) => [name, place]));
  const placeOf = (state: unknown) => (isRecord(state) && places.get(state.name)) || 0;
  const isKnown = (state: unknown) => isRecord(state) && places.has(state.name);
  const known = states.filter(isKnown).sort((a, b) => placeOf(a) - placeOf(b));
  return [...known, ...states.filter((state) => !isKnown(state))].map((state) => arrangeState(state, ours));
}

/** A new widget takes after one of its type. */
function arrangeState(state: unknown, ours: readonly JsonRecord[]): unknown {
  if (!isRecord(state)) return state;
  const model = ours.find(({ name }) => name === state.name) ?? ours.find(({ type }) => type === state.type);
  if (!Array.isArray(state.transitions)) return arrangeRecord(state, model);
  const transitions = arrangeTransitions(state.transitions, listIn(model?.transitions));
  return { ...arrangeRecord({ ...state, transitions: [] }, model), transitions };
}

/** Each event where the file has it; several of one event, as a split's `match`, stay in their own order. */
function arrangeTransitions(live: readonly unknown[], ours: readonly unknown[]): unknown[] {
  const left = [...live];
  const placed = ours.flatMap((model) => {
    const at = left.findIndex((one) => eventOf(one) === eventOf(model));
    return at < 0 ? [] : left.splice(at, 1);
  });
  return arrangeList([...placed, ...left], ours);
}

function eventOf(transition: unknown): unknown {
  return isRecord(transition) ? transition.event : undefined;
}

function arrangeValue(live: unknown, ours: unknown): unknown {
  if (Array.isArray(live)) return arrangeList(live, listIn(ours));
  return isRecord(live) ? arrangeRecord(live, ours) : live;
}

function arrangeRecord(live: JsonRecord, ours: unknown): JsonRecord {
  const model = isRecord(ours) ? ours : {};
  const known = Object.keys(model).filter((key) => Object.hasOwn(live, key));
  const added = Object.keys(live).filter((key) => !Object.hasOwn(model, key));
  const modelOf = (key: string) => (Object.hasOwn(model, key) ? model[key] : undefined);
  return Object.fromEntries([...known, ...added].map((key) => [key, arrangeValue(live[key], modelOf(key))]));
}

function arrangeList(live: readonly unknown[], ours: readonly unknown[]): unknown[] {
  const models = pairUp(live, ours);
  return live.map((one, at) => arrangeValue(one, models[at] ?? likest(one, ours)));
}
