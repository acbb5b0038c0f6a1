import fc from "fast-check";
import type { Arrival, Parameters } from "../../../local-twilio/studio/events";
import { createExecution, type Execution } from "../../../local-twilio/studio/execution";
import type { Flow } from "../../../local-twilio/studio/flow";
import { lintFlow } from "../../../local-twilio/studio/lint/lint-flow";
import { SCHEMA_RULES } from "../../../local-twilio/studio/lint/rules/lint-rules";
import type { PropertySchema } from "../../../local-twilio/studio/schema/property-schema";
import { findWidgetSchema, WIDGET_SCHEMAS } from "../../../local-twilio/studio/schema/widget-schemas";
import { step } from "../../../local-twilio/studio/step";
import { OPERATOR_NAMES } from "../../../local-twilio/studio/widgets/operators";
import { NOW } from "./run-flow";

const NAMES = ["Trigger", "a", "b", "c", "d"];

/** Texts that are Liquid, nearly Liquid, and neither. */
const text = fc.oneof(
  fc.constantFrom(
    "{{widgets.a.parsed.x}}",
    "{{trigger.call | to_json}}",
    "{% for i in (1..99) %}{{i}}{% endfor %}",
    "{{ x",
    "{% if a %}",
    "{{ flow.variables.k | shout }}",
    "https://example.com/x",
    "007",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);

function arbitraryOf(schema: PropertySchema): fc.Arbitrary<unknown> {
  switch (schema.kind) {
    case "text":
      if (schema.upTo !== undefined) return fc.nat(schema.upTo).map(String);
      if (schema.literal) return fc.constant(`FW${"0".repeat(32)}`);
      return schema.values === undefined ? text : fc.constantFrom(...schema.values);
    case "integer":
      return fc.integer({ min: schema.from ?? 0, max: schema.to ?? 9999 });
    case "boolean":
      return fc.boolean();
    case "pairs":
      return fc.array(
        fc.record(
          { key: text, value: text, parse_as_json: fc.boolean() },
          { requiredKeys: ["key", "value"] },
        ),
        { maxLength: 3 },
      );
    case "list":
      return fc.array(fc.jsonValue(), { maxLength: 2 });
    case "object":
      return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 });
    case "unknown":
      return fc.jsonValue();
  }
}

const next = fc.option(fc.constantFrom(...NAMES), { nil: undefined });
const condition = fc.record({
  friendly_name: fc.string(),
  arguments: fc.tuple(text),
  type: fc.constantFrom(...OPERATOR_NAMES),
  value: text,
});

function stateOf(name: string, type: string): fc.Arbitrary<unknown> {
  const {
    properties = {},
    required = [],
    oneOf: oneOfThese = [],
    events = [],
  } = findWidgetSchema(type) ?? {};
  const optional = Object.keys(properties).filter((key) => !oneOfThese.includes(key));
  const record = (keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, arbitraryOf(properties[key] ?? { kind: "unknown" })]));
  const chosen =
    oneOfThese.length === 0
      ? fc.constant({})
      : fc.oneof(...oneOfThese.map((key) => fc.record(record([key]))));
  const wired = events.map((event) =>
    event === "match"
      ? fc.record({ event: fc.constant(event), next, conditions: fc.tuple(condition) })
      : fc.record({ event: fc.constant(event), next }),
  );
  return fc.record({
    name: fc.constant(name),
    type: fc.constant(type),
    transitions: fc.tuple(...wired),
    properties: fc
      .tuple(fc.record(record(optional), { requiredKeys: [...required] }), chosen)
      .map(([some, one]) => ({ ...some, ...one })),
  });
}

const types = Object.keys(WIDGET_SCHEMAS).filter((type) => type !== "trigger");
const anyWidget = (name: string) => fc.constantFrom(...types).chain((type) => stateOf(name, type));
const flows: fc.Arbitrary<unknown> = fc
  .tuple(stateOf("Trigger", "trigger"), ...NAMES.slice(1).map(anyWidget))
  .map((states) => ({ states, initial_state: "Trigger" }));

const parameters: fc.Arbitrary<Parameters> = fc.dictionary(
  fc.constantFrom("CallSid", "CallStatus", "Digits", "SpeechResult", "From", "AddOns", "__proto__"),
  fc.oneof(fc.constantFrom("completed", "in-progress", "", "{"), text),
);
const response = fc.oneof(
  fc.record({
    kind: fc.constant("reply" as const),
    status: fc.integer({ min: 100, max: 599 }),
    contentType: fc.constantFrom("application/json", "text/xml", "", "application/json; charset=utf-8"),
    body: fc.oneof(fc.json(), fc.string(), fc.constant("<Response/>")),
  }),
  fc.record({ kind: fc.constant("failed" as const), reason: fc.string() }),
);
const event: fc.Arbitrary<
  Arrival | { type: "start"; trigger: Parameters } | { type: "callEnded"; parameters: Parameters }
> = fc.oneof(
  fc.record({ type: fc.constant("webhook" as const), flowEvent: fc.string(), parameters }),
  fc.record({ type: fc.constant("response" as const), response }),
  fc.record({ type: fc.constant("start" as const), trigger: parameters }),
  fc.record({ type: fc.constant("callEnded" as const), parameters }),
);

function readFlow(value: unknown): Flow {
  return JSON.parse(JSON.stringify(value));
}

test("step() never throws, whatever happens to a flow that Studio would take, and leaves JSON behind", () => {
  fc.assert(
    fc.property(flows, parameters, fc.array(event, { maxLength: 8 }), (definition, trigger, events) => {
      const flow = readFlow(definition);
      let execution: Execution = createExecution({ sid: "FN1", flowSid: "FW1", accountSid: "AC1" });
      for (const one of [{ type: "start" as const, trigger }, ...events]) {
        const [changed] = step(flow, execution, { ...one, now: NOW });
        const reread: Execution = JSON.parse(JSON.stringify(changed));
        expect(reread).toEqual(changed);
        execution = reread;
      }
      expect(execution.path.length).toBeLessThanOrEqual(1000);
    }),
    { numRuns: 150 },
  );
});

test("the flows of that property are flows that Studio would take", () => {
  fc.assert(
    fc.property(flows, (definition) => {
      const errors = lintFlow(readFlow(definition)).filter(({ severity }) => severity === "error");
      expect(errors.filter(({ rule }) => SCHEMA_RULES.includes(rule))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
