import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrival } from "../../../../local-twilio/studio/events";
import type { Flow, Transition } from "../../../../local-twilio/studio/flow";
import type { Json, JsonObject } from "../../../../local-twilio/studio/json";
import { findWidgetSchema } from "../../../../local-twilio/studio/schema/widget-schemas";
import type { StudioSettings } from "../../../../local-twilio/studio/settings";
import { widgets } from "../../../../local-twilio/studio/widgets/widget-registry";
import { runFlow } from "../run-flow";

interface Case {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly transitions?: readonly Transition[];
  readonly settings?: Partial<StudioSettings>;
  readonly events?: readonly (Arrival | { readonly type: "response"; readonly repeatBody: number })[];
  readonly twiml?: readonly string[];
  readonly request?: JsonObject;
  readonly exits?: string;
  readonly ends?: string;
  readonly refused?: string;
  /** `null`: not set at all. */
  readonly outputs?: Readonly<Record<string, Json>>;
  readonly variables?: JsonObject;
  readonly warns?: string;
}

const FIXTURES = join(__dirname, "../fixtures/widgets");
const types = Object.keys(widgets);
const withFixtures = types.filter((type) => existsSync(join(FIXTURES, `${type}.json`)));
const cases = withFixtures.flatMap((type): [string, string, Case][] => {
  const file: { readonly cases: readonly Case[] } = JSON.parse(
    readFileSync(join(FIXTURES, `${type}.json`), "utf8"),
  );
  return file.cases.map((one) => [type, one.name, one]);
});

/** Trigger → subject → a widget named after the exit that was taken. */
function flowAround(
  type: string,
  { properties, transitions }: Pick<Case, "properties" | "transitions">,
): Flow {
  const exits = findWidgetSchema(type)?.events ?? [];
  const wired = transitions ?? exits.map((event) => ({ event, next: `after_${event}` }));
  const ends = ["a", "b", "c", ...exits].map((name) => ({
    name: `after_${name}`,
    type: "set-variables",
    transitions: [{ event: "next" }],
    properties: {},
  }));
  const subject = { name: "subject", type, transitions: wired, properties };
  const trigger = {
    name: "Trigger",
    type: "trigger",
    transitions: [{ event: "incomingCall", next: "subject" }],
    properties: {},
  };
  return type === "trigger"
    ? { states: [{ ...subject, name: "Trigger" }, ...ends], initial_state: "Trigger" }
    : { states: [trigger, subject, ...ends], initial_state: "Trigger" };
}

function eventsOf({ events = [] }: Case): readonly Arrival[] {
  return events.map((event) =>
    "repeatBody" in event
      ? {
          type: "response",
          response: {
            kind: "reply",
            status: 200,
            contentType: "text/plain",
            body: "x".repeat(event.repeatBody),
          },
        }
      : event,
  );
}

describe("widgets", () => {
  test.each(cases)("%s: %s", (type, _name, expected) => {
    const { execution, effects } = runFlow(flowAround(type, expected), eventsOf(expected), expected.settings);
    const twiml = effects.map((effect) => (effect.type === "respond" ? effect.twiml : "")).join("");
    for (const fragment of expected.twiml ?? []) expect(twiml).toContain(fragment);
    const request = effects.find((effect) => effect.type === "request")?.request;
    if (expected.request) expect(request).toEqual({ widget: "subject", ...expected.request });
    if (expected.exits) expect(execution.path.at(-1)).toBe(`after_${expected.exits}`);
    if (expected.ends) expect(effects.at(-1)).toEqual({ type: "end", reason: expected.ends });
    expect(execution.error ?? "").toContain(expected.refused ?? "");
    expect(execution.error === null).toBe(expected.refused === undefined);
    const outputs = execution.variables.widgets.subject ?? {};
    for (const [name, value] of Object.entries(expected.outputs ?? {}))
      expect(outputs[name] ?? null).toEqual(value);
    expect(execution.variables.flow.variables).toMatchObject(expected.variables ?? {});
    if (expected.warns) expect(execution.warnings.join()).toContain(expected.warns);
    else expect(execution.warnings).toEqual([]);
  });

  // No fixture, no widget: what the interpreter does not run, it refuses by its name.
  test.each(types.filter((type) => !withFixtures.includes(type)))("%s is refused by name", (type) => {
    const { execution, effects } = runFlow(flowAround(type, { properties: sampleProperties(type) }));
    expect(execution.error).toBe(`Cannot run subject: local Twilio does not run ${type} widgets yet`);
    expect(effects).toEqual([{ type: "end", reason: "refused" }]);
  });

  test("a type that Studio has not is refused by name too", () => {
    const { execution } = runFlow(flowAround("hangup", { properties: {}, transitions: [] }));
    expect(execution.error).toBe('Cannot run subject: "hangup" is no widget of Studio\'s');
  });
});

/** The least that the type's schema wants. */
function sampleProperties(type: string): Readonly<Record<string, unknown>> {
  const { required = [], properties = {} } = findWidgetSchema(type) ?? {};
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name])]));
}

function sampleOf(
  schema: { readonly kind: string; readonly values?: readonly string[] } | undefined,
): unknown {
  if (schema?.kind === "boolean") return true;
  return schema?.kind === "list" ? [] : (schema?.values?.[0] ?? "x");
}
