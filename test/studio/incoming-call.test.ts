import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { checkFlowFile } from "../../local-twilio/studio/lint/check-flow-file";

const root = join(__dirname, "../..");
const FLOW = join(root, "studio/incoming-call.json");
const BASE = "https://gatehouse.example";

const flow = z
  .object({
    states: z.array(
      z.looseObject({
        name: z.string(),
        type: z.string(),
        transitions: z.array(z.looseObject({ event: z.string(), next: z.string().optional() })),
        properties: z.looseObject({
          offset: z.object({ x: z.number(), y: z.number() }),
          number_of_digits: z.number().optional(),
          max_length: z.number().optional(),
          transcribe: z.boolean().optional(),
          parameters: z.array(z.object({ key: z.string(), value: z.string() })).optional(),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(FLOW, "utf8")));

test("the flow has no problem that the lint knows", () => {
  expect(checkFlowFile(FLOW).problems).toEqual([]);
});

test("every URL in the flow is that of a Function", () => {
  const urls = [...readFileSync(FLOW, "utf8").matchAll(/"https:\/\/gatehouse\.example([^"?]*)/g)].map(
    ([, path]) => path ?? "",
  );
  expect(urls.length).toBeGreaterThan(5);
  const isFunction = (path: string) =>
    ["protected.ts", "ts"].some((ending) => existsSync(join(root, `functions${path}.${ending}`)));
  expect(urls.filter((path) => !isFunction(path))).toEqual([]);
  expect(isFunction("/incoming/nothing")).toBe(false);
});

test("the Functions are told how many digits the Gather takes", () => {
  const [taken] = flow.states.flatMap(({ properties }) => properties.number_of_digits ?? []);
  const told = flow.states.flatMap(({ properties }) =>
    (properties.parameters ?? []).flatMap(({ key, value }) => (key === "NumDigits" ? [value] : [])),
  );
  expect(told).toEqual([String(taken), String(taken)]);
});

test("messages are short enough to be transcribed", () => {
  // https://www.twilio.com/docs/api/errors/13617: "greater than 2 seconds and less than 120 seconds"
  const recorders = flow.states.filter(({ properties }) => properties.transcribe === true);
  expect(recorders).toHaveLength(2);
  for (const { properties } of recorders) expect(properties.max_length).toBeLessThan(120);
});

test("the canvas is a grid that reads from left to right, but for the ways back to an earlier widget", () => {
  const columns = new Map(flow.states.map(({ name, properties }) => [name, properties.offset.x]));
  const places = flow.states.map(({ properties: { offset } }) => `${offset.x},${offset.y}`);
  expect(new Set(places).size).toBe(places.length);
  const backwards = flow.states.flatMap(({ name, transitions }) =>
    transitions.flatMap(({ next }) =>
      next !== undefined && (columns.get(next) ?? 0) <= (columns.get(name) ?? 0) ? [`${name} > ${next}`] : [],
    ),
  );
  expect(backwards).toEqual([
    "challenge_result > ask_challenge",
    "after_pass > connect_call",
    "pin_result > ask_pin",
    "without_pin > connect_call",
    "owner_next > owner_menu",
    "owner_next > connect_home",
    "join_call > owner_menu",
    "after_join > owner_menu",
    "office_next > ask_pin",
    "keep_office_key > office_choice",
    "keep_office_speech > office_choice",
    "forget_office_key > office_choice",
    "keep_vanity_key > spell_number",
    "keep_vanity_number > spell_number",
    "forget_vanity_key > spell_number",
  ]);
});

test("each call starts from the flow's own host and no other", () => {
  expect(readFileSync(FLOW, "utf8").match(/https:\/\/(?!gatehouse\.example)/g)).toBeNull();
  expect(BASE).toBe(
    JSON.parse(readFileSync(join(root, "studio/bindings.json"), "utf8"))["incoming-call"].baseUrl,
  );
});
