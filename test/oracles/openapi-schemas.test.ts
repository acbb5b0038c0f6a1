/** The judge does not check the schemas that it compiles; this does, by JSON Schema's own schema (draft 7), in ajv. */
import Ajv from "ajv";
import { DOCUMENT_OF_HOST, OpenApiDirectory } from "../../local-twilio/judge/openapi-directory";
import type { Schema } from "../../local-twilio/judge/openapi-schema";
import { readOpenApiDocument } from "../../local-twilio/judge/read-openapi-document";
import { OPENAPI_FOLDER } from "../../local-twilio/rest/rest-server";

const ajv = new Ajv({ strict: false, logger: false });
const METHODS = ["get", "post", "put", "delete"] as const;
const PLACES = ["path", "query", "header", "form"] as const;

/** All that the judge may come to compile of a document. */
function schemasOf(host: string, name: string): Schema[] {
  const schemas: Schema[] = [];
  const keep = (schema: Schema) => {
    schemas.push(schema);
    return ajv.compile(true);
  };
  const directory = new OpenApiDirectory(OPENAPI_FOLDER, { request: keep, reply: keep });
  for (const [path, item] of Object.entries(readOpenApiDocument(OPENAPI_FOLDER, name).paths))
    for (const method of METHODS) {
      const documented = item[method];
      if (documented === undefined) continue;
      const operation = directory.find(host, method.toUpperCase(), path)?.operation;
      for (const place of PLACES) operation?.place(place);
      for (const status of Object.keys(documented.responses)) operation?.reply(Number(status));
    }
  return schemas;
}

test.each(Object.entries(DOCUMENT_OF_HOST))("whatever is compiled for %s is a schema", (host, name) => {
  const schemas = schemasOf(host, name);
  expect(schemas.length).toBeGreaterThan(5);
  for (const schema of schemas) {
    ajv.validateSchema(schema);
    expect(ajv.errors ?? []).toEqual([]);
  }
});

test("what is no schema is told", () => {
  ajv.validateSchema({ type: "object", properties: { Sid: { type: "text" } } });
  expect(ajv.errors).not.toEqual([]);
});
