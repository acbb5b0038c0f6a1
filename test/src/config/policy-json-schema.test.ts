import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { POLICY_JSON_SCHEMA_FILE, policyJsonSchema } from "../../../src/config/policy-json-schema";

const ROOT = join(__dirname, "../../..");
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(ROOT, ...path), "utf8"));

test("the published JSON Schema is in step (npm run schema writes it)", () => {
  expect(read(POLICY_JSON_SCHEMA_FILE)).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});

// The judge is ajv, as an editor would be.
test("the published JSON Schema lets the sample pass, and finds a misspelt key", () => {
  const judge = addFormats(new Ajv({ strict: false })).compile(Object(read(POLICY_JSON_SCHEMA_FILE)));
  const sample = Object(read("examples/household/gatehouse.private.json"));
  expect(judge(sample) || judge.errors).toBe(true);
  expect(judge({ ...sample, timezon: "x" })).toBe(false);
  expect(judge({ lines: { "+12125550100": {} } })).toBe(false);
});
