import type { ValidateFunction } from "ajv";
import { pathParser } from "../rest/parse-path";
import { type Components, prepareSchema, type Schema } from "./openapi-schema";
import type { Compilers } from "./openapi-validators";
import type { DocumentOperation, Media, Parameter } from "./read-openapi-document";

/** What a request may carry in one place (query, form…): the names that the document knows, and the check. */
export interface Place {
  readonly known: ReadonlySet<string>;
  readonly validate: ValidateFunction;
}

/** One operation of a document. Its checks are compiled when they are first needed. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** The path's parameters, or undefined when the path is another one's. */
  parse(path: string): Readonly<Record<string, string>> | undefined;
  place(where: Parameter["in"] | "form"): Place;
  /** `undocumented` status, a status without a body (`empty`), or the check of its JSON. */
  reply(status: number): ValidateFunction | "undocumented" | "empty";
}

/** What an operation is made from. */
export interface OperationSource {
  readonly method: string;
  readonly template: string;
  readonly shared: readonly Parameter[];
  readonly operation: DocumentOperation;
  readonly components: Components;
}

const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

/** Prepares an operation for judging. */
export function defineOperation(source: OperationSource, compilers: Compilers): Operation {
  const { operation, components } = source;
  const parameters = [...source.shared, ...(operation.parameters ?? [])];
  return {
    id: operation.operationId,
    method: source.method,
    parse: pathParser(source.template),
    place: memoise((where: Parameter["in"] | "form") => {
      const loose = prepareSchema(
        where === "form" ? formSchema(operation) : parameterSchema(parameters, where),
        components,
      );
      return { known: new Set(Object.keys(loose.properties ?? {})), validate: compilers.request(loose) };
    }),
    reply: memoise((status: number) => {
      const documented = operation.responses[`${status}`];
      if (documented === undefined) return "undocumented";
      const media = documented.content?.[JSON_TYPE];
      return media?.schema === undefined ? "empty" : compilers.reply(replySchema(media, components));
    }),
  };
}

/**
 * A form's SIDs may be empty as well: that is how clients take one away, although the documents ask for 34 characters.
 * @see https://github.com/rapidpro/rapidpro/blob/main/temba/channels/types/twilio/tests.py (voice_application_sid="")
 */
function formSchema({ requestBody }: DocumentOperation): Schema {
  const schema = requestBody?.content[FORM]?.schema ?? {};
  const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [
    name,
    isSid(each) && schema.required?.includes(name) !== true ? { anyOf: [each, { const: "" }] } : each,
  ]);
  return schema.properties === undefined ? schema : { ...schema, properties: Object.fromEntries(properties) };
}

function isSid({ pattern }: Schema): boolean {
  return typeof pattern === "string" && /^\^[A-Z]{2}\[0-9a-fA-F\]\{32\}\$$/.test(pattern);
}

function parameterSchema(parameters: readonly Parameter[], where: Parameter["in"]): Schema {
  const here = parameters.filter((parameter) => parameter.in === where);
  const nameOf = ({ name }: Parameter) => (where === "header" ? name.toLowerCase() : name);
  return {
    type: "object",
    properties: Object.fromEntries(here.map((parameter) => [nameOf(parameter), parameter.schema])),
    required: here.filter(({ required }) => required).map(nameOf),
  };
}

function replySchema({ schema = {}, examples = {} }: Media, components: Components): Schema {
  return prepareSchema(
    schema,
    components,
    Object.values(examples).map(({ value }) => value),
  );
}

function memoise<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
