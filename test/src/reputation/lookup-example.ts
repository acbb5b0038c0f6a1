import { readFileSync } from "node:fs";
import { join } from "node:path";

const DOCUMENT = join(__dirname, "../../../local-twilio/openapi/twilio_lookups_v2.json");

type Data = Readonly<Record<string, unknown>>;

/** A reply of Lookup v2, among the examples in Twilio's OpenAPI document. */
export function lookupExample(name: string): Data {
  const { paths } = JSON.parse(readFileSync(DOCUMENT, "utf8"));
  const { responses } = paths["/v2/PhoneNumbers/{PhoneNumber}"].get;
  const { value } = responses["200"].content["application/json"].examples[name];
  return value;
}
