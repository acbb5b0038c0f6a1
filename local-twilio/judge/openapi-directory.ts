import { withDocumentedNulls } from "./documented-nulls";
import { defineOperation, type Operation } from "./openapi-operation";
import type { Compilers } from "./openapi-validators";
import { type OpenApiDocument, readOpenApiDocument } from "./read-openapi-document";

/** Which document describes which host. */
export const DOCUMENT_OF_HOST: Readonly<Record<string, string>> = {
  "sync.twilio.com": "sync_v1",
  "studio.twilio.com": "studio_v2",
  "api.twilio.com": "api_v2010",
  "serverless.twilio.com": "serverless_v1",
  "verify.twilio.com": "verify_v2",
  "lookups.twilio.com": "lookups_v2",
};

const METHODS = ["get", "post", "put", "delete"] as const;

/** An operation together with the values of its path's parameters. */
export interface Found {
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds operations in Twilio's documents, which are read when a request for their host is first seen. */
export class OpenApiDirectory {
  readonly #byHost = new Map<string, ReadonlyMap<string, readonly Operation[]>>();

  /** @throws OpenApiMissing when the documents are not in the folder */
  constructor(
    readonly folder: string,
    readonly compilers: Compilers,
  ) {
    readOpenApiDocument(folder, "sync_v1");
  }

  /** The operation of a method and a path; undefined when the documents have none. */
  find(host: string, method: string, path: string): Found | undefined {
    for (const operation of this.#operations(host).get(`${method} ${depthOf(path)}`) ?? []) {
      const parameters = operation.parse(path);
      if (parameters !== undefined) return { operation, parameters };
    }
    return undefined;
  }

  /** Whether the documents know the path, with whatever method. */
  knowsPath(host: string, path: string): boolean {
    return METHODS.some((method) => this.find(host, method.toUpperCase(), path) !== undefined);
  }

  #operations(host: string): ReadonlyMap<string, readonly Operation[]> {
    const before = this.#byHost.get(host);
    if (before !== undefined) return before;
    const name = DOCUMENT_OF_HOST[host];
    const operations = name === undefined ? new Map() : this.#index(this.#read(name));
    this.#byHost.set(host, operations);
    return operations;
  }

  #read(name: string): OpenApiDocument {
    const document = readOpenApiDocument(this.folder, name);
    return { ...document, components: { schemas: withDocumentedNulls(name, document.components.schemas) } };
  }

  /** By method and number of path segments; fixed paths before those with parameters. */
  #index({ paths, components }: OpenApiDocument): ReadonlyMap<string, readonly Operation[]> {
    const index = new Map<string, Operation[]>();
    const templates = Object.keys(paths).sort((a, b) => a.split("{").length - b.split("{").length);
    for (const template of templates)
      for (const method of METHODS) {
        const operation = paths[template]?.[method];
        if (operation === undefined) continue;
        const key = `${method.toUpperCase()} ${depthOf(template)}`;
        const shared = paths[template]?.parameters ?? [];
        const source = { method: method.toUpperCase(), template, shared, operation };
        const defined = defineOperation({ ...source, components: components.schemas }, this.compilers);
        index.set(key, [...(index.get(key) ?? []), defined]);
      }
    return index;
  }
}

function depthOf(path: string): number {
  return path.split("/").length;
}
