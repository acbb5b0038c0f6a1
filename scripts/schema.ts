import { writeFileSync } from "node:fs";
import { POLICY_JSON_SCHEMA_FILE, policyJsonSchema } from "../src/config/policy-json-schema";

writeFileSync(POLICY_JSON_SCHEMA_FILE, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
console.log(`${POLICY_JSON_SCHEMA_FILE} is the schema of the policy file`);
