import { z } from "zod";
import { policySchema } from "./policy-schema";

/** Where the published JSON Schema of the policy file stands, from the root of the repository. */
export const POLICY_JSON_SCHEMA_FILE = "gatehouse.schema.json";

/** The JSON Schema of the policy file as the owner writes it: what editors complete and check it by. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(policySchema, { io: "input" });
  return { title: "Gatehouse policy", ...schema };
}
