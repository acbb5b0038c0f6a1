import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FlowBindings } from "../../../../local-twilio/studio/lint/flow-bindings";
import { lintFlow } from "../../../../local-twilio/studio/lint/lint-flow";
import { lintRules } from "../../../../local-twilio/studio/lint/rules/lint-rules";

/** A flow that is sound but for one thing, given as what differs from the sound flow. */
interface Case {
  readonly name: string;
  readonly widget?: string;
  readonly message: string;
  readonly change: {
    /** Take the place of the states of these names, or come at the end. */
    readonly states: readonly NamedState[];
    readonly append?: boolean;
    /** `null` takes the member away. */
    readonly top?: Readonly<Record<string, unknown>>;
    readonly ends?: readonly string[];
  };
}

interface NamedState {
  readonly name: string;
}

interface SoundFlow {
  readonly flow: { readonly states: readonly NamedState[] };
  readonly bindings: FlowBindings;
}

function readFixture<T>(name: string): T {
  return JSON.parse(readFileSync(join(__dirname, "../fixtures/lint", `${name}.json`), "utf8"));
}

const sound = readFixture<SoundFlow>("sound-flow");

function apply({ states, append, top = {}, ends = [] }: Case["change"]) {
  const replaced = append ? [] : states.map(({ name }) => name);
  const kept = sound.flow.states.map((state) =>
    replaced.includes(state.name) ? (states.find(({ name }) => name === state.name) ?? state) : state,
  );
  const known = append ? [] : sound.flow.states.map(({ name }) => name);
  const added = states.filter(({ name }) => !known.includes(name));
  const whole = { ...sound.flow, ...top, states: [...kept, ...added] };
  const flow = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
  return { flow, bindings: { ...sound.bindings, ends: [...sound.bindings.ends, ...ends] } };
}

const cases = Object.keys(lintRules).flatMap((rule) =>
  readFixture<Case[]>(rule).map((one): [string, string, Case] => [rule, one.name, one]),
);

test("the sound flow has no problem at all", () => {
  expect(lintFlow(sound.flow, sound.bindings)).toEqual([]);
});

// Every rule of the registry has failing flows: a rule without a fixture makes this file fail to load.
test.each(cases)("%s finds %s", (rule, _name, { change, widget, message }) => {
  const { flow, bindings } = apply(change);
  const found = lintFlow(flow, bindings).filter((problem) => problem.rule === rule);
  expect(found).toContainEqual({
    rule,
    severity: "error",
    ...(widget === undefined ? {} : { widget }),
    message: expect.stringContaining(message),
  });
});
