import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord } from "../../../local-twilio/studio/json";
import { assertFlow } from "../../../local-twilio/studio/parse-flow";
import { rearrangeDefinition } from "../../../local-twilio/studio/rearrange-definition";

const text = readFileSync(join(__dirname, "fixtures/lint/sound-flow.json"), "utf8");
const { flow } = JSON.parse(text);
const rearranged = rearrangeDefinition(flow);

/** Members by name, states by name, and no places on the canvas: what a definition means. */
function meaningOf(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) {
    const all = value.map((one) => meaningOf(one));
    return name === "states" ? all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : all;
  }
  if (!isRecord(value)) return value;
  const members = Object.entries(value).filter(([member]) => member !== "offset");
  return Object.fromEntries(members.sort().map(([member, one]) => [member, meaningOf(one, member)]));
}

test("rearrangeDefinition() changes nothing that a flow means", () => {
  expect(meaningOf(rearranged)).toEqual(meaningOf(flow));
  assertFlow(rearranged);
  expect(rearranged.initial_state).toBe(flow.initial_state);
});

test("rearrangeDefinition() orders states and members otherwise, as the visual editor does", () => {
  assertFlow(rearranged);
  const names = rearranged.states.map(({ name }) => name);
  expect(names).not.toEqual(flow.states.map(({ name }: { name: string }) => name));
  expect(Object.keys(rearranged)).not.toEqual(Object.keys(flow));
  for (const state of rearranged.states) {
    const before = flow.states.find(({ name }: { name: string }) => name === state.name);
    expect(Object.keys(state)).not.toEqual(Object.keys(before));
    expect(state.transitions.map(({ event }) => event)).toEqual(
      before.transitions.map(({ event }: { event: string }) => event),
    );
  }
});

test("rearrangeDefinition() lets one widget stray on the canvas", () => {
  const places = (definition: unknown) => {
    assertFlow(definition);
    return new Map(definition.states.map(({ name, properties }) => [name, properties.offset]));
  };
  const [before, after] = [places(flow), places(rearranged)];
  const moved = [...after].filter(
    ([name, offset]) => JSON.stringify(offset) !== JSON.stringify(before.get(name)),
  );
  expect(moved).toEqual([[flow.states[0].name, { x: expect.any(Number), y: expect.any(Number) }]]);
});

test("rearrangeDefinition() always gives the same, and never what it was given", () => {
  expect(JSON.stringify(rearrangeDefinition(JSON.parse(text).flow))).toBe(JSON.stringify(rearranged));
  let [once, before] = [flow, JSON.stringify(flow)];
  for (let edits = 0; edits < 5; edits += 1) {
    once = rearrangeDefinition(once);
    expect(JSON.stringify(once)).not.toBe(before);
    before = JSON.stringify(once);
  }
  expect(JSON.stringify(flow)).toBe(JSON.stringify(JSON.parse(text).flow));
});
