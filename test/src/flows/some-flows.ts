import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { isRecord, type JsonRecord } from "../../../src/flows/json";
import { statesOf } from "../../../src/flows/states";

const PROJECT = join(__dirname, "../../..");
const STUDIO = join(PROJECT, "studio");

/** Flows that people published on GitHub, as they exported them from Studio. */
const CORPUS = join(PROJECT, "../shared/studio-corpus");

export interface SomeFlow {
  readonly name: string;
  readonly text: string;
  readonly definition: unknown;
}

const ours = readFlows(STUDIO, (file) => file !== "bindings.json");
const published = existsSync(CORPUS) ? readFlows(CORPUS, () => true) : [];
if (published.length === 0) process.stderr.write(`SKIPPED public flows: there is no ${CORPUS}\n`);

/** Our own flows, and the public ones where they are at hand. */
export const someFlows: readonly SomeFlow[] = [...ours, ...published];

function readFlows(folder: string, isFlow: (file: string) => boolean): SomeFlow[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && isFlow(file))
    .map((file) => ({ name: file, text: readFileSync(join(folder, file), "utf8") }))
    .map((flow) => ({ ...flow, definition: JSON.parse(flow.text) }));
}

/** One of the flows, drawn; in messages its name says which. */
export const anyFlow = fc.constantFrom(
  ...someFlows.map((flow) => ({ ...flow, [fc.toStringMethod]: () => flow.name })),
);

/** Gives numbers from 0 to below 1, for ever; the same ones for the same seed. */
export type Draw = () => number;
export const anySeed = fc.integer();

/** Mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffle<T>(list: readonly T[], draw: Draw): T[] {
  return list
    .map((one) => ({ one, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** The same flow in another order: of keys, of widgets, and of transitions but those of one event, as a split's `match`. */
export function shuffleFlow(definition: unknown, draw: Draw): unknown {
  if (!isRecord(definition)) return definition;
  const states = statesOf(definition).map((state) => shuffleState(state, draw));
  return shuffleKeys({ ...definition, states: shuffle(states, draw) }, draw);
}

function shuffleState(state: JsonRecord, draw: Draw): JsonRecord {
  const transitions = Array.isArray(state.transitions) ? state.transitions.filter(isRecord) : [];
  const left = [...transitions];
  const inOrder = shuffle(transitions, draw).flatMap(({ event }) => {
    const next = left.findIndex((one) => one.event === event);
    return left.splice(next, 1);
  });
  return { ...state, ...("transitions" in state ? { transitions: inOrder } : {}) };
}

function shuffleKeys<T>(value: T, draw: Draw): T;
function shuffleKeys(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffleKeys(one, draw));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    shuffle(Object.entries(value), draw).map(([key, one]) => [key, shuffleKeys(one, draw)]),
  );
}

/** A place in a value of JSON: keys and indices from the outside in. */
export type Path = readonly (string | number)[];

/** Every place in a definition that holds a text, a number or a boolean. */
export function leavesOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, [...path, at]));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
  return [path];
}

/** The same value with what is in one place replaced. */
export function changeAt(value: unknown, [step, ...rest]: Path, change: (leaf: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? changeAt(one, rest, change) : one));
  if (!isRecord(value)) return value;
  return { ...value, [step]: changeAt(value[step], rest, change) };
}
