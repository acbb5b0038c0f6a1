import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OpenApiMissing } from "./openapi-missing";
import type { Components, Schema } from "./openapi-schema";

/** A parameter in the path, the query or a header. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

/** A body of one media type, with Twilio's own examples of it. */
export interface Media {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
}

type Content = Readonly<Record<string, Media>>;

/** An operation as the documents write it. */
export interface DocumentOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

/** An OpenAPI 3.0 document, as far as the judge reads it. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Components };
}

type PathItem = { readonly parameters?: readonly Parameter[] } & {
  readonly [method in "get" | "post" | "put" | "delete"]?: DocumentOperation;
};

/** Reads one of Twilio's documents. @param name as in `sync_v1`. @throws OpenApiMissing when it was never fetched */
export function readOpenApiDocument(folder: string, name: string): OpenApiDocument {
  const file = join(folder, `twilio_${name}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as OpenApiDocument;
  } catch {
    throw new OpenApiMissing(file);
  }
}
