import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { Schema } from "./openapi-schema";

/** RFC 2822 as api.twilio.com writes it: `Thu, 30 Jul 2015 20:00:00 +0000`. */
const RFC_2822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

/** Formats of Twilio's own. `uri` is relaxed because api.twilio.com uses it for paths, too. */
const FORMATS: Readonly<Record<string, RegExp | true | ((text: string) => boolean)>> = {
  uri: (text) => URL.canParse(text, "https://api.twilio.com"),
  "date-time-rfc-2822": RFC_2822,
  "http-method": /^(HEAD|GET|POST|PATCH|PUT|DELETE)$/,
  currency: /^[A-Za-z]{3}$/,
  "iso-country-code": /^[A-Z]{2}$/,
  // Values that are no plain text, or that real callers use more freely than their format's name says.
  "uri-map": true,
  "phone-number": true,
  "phone-number-capabilities": true,
  "ice-server": true,
  endpoint: true,
  twiml: true,
};

/** Compiles schemas: for requests, form text counts as the number or boolean it spells; for replies nothing is bent. */
export interface Compilers {
  readonly request: (schema: Schema) => ValidateFunction;
  readonly reply: (schema: Schema) => ValidateFunction;
}

/** Makes the compilers. Each schema is compiled alone, when its operation is first seen. */
export function createCompilers(): Compilers {
  const request = createAjv({ coerceTypes: "array" });
  const reply = createAjv({});
  return { request: (schema) => request.compile(schema), reply: (schema) => reply.compile(schema) };
}

/**
 * Twilio's documents are pinned, and `openapi-schemas.test.ts` checks that what is made of them are schemas: to check it
 * again at each start, and to shorten code that runs a few times, takes longer than all the judging.
 */
const ASSUME_VALID = { meta: false, validateSchema: false, code: { optimize: false } } as const;

function createAjv(options: { readonly coerceTypes?: "array" }): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, ...ASSUME_VALID, ...options });
  addFormats(ajv);
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format);
  return ajv;
}

/** What is wrong with a value, one sentence each, starting with where. */
export function faultsOf(validate: ValidateFunction, value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map(describe);
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const extra: unknown = params.additionalProperty ?? params.allowedValues;
  return `${instancePath || "/"} ${message ?? "is invalid"}${extra === undefined ? "" : ` (${String(extra)})`}`;
}
