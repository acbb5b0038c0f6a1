import { RECORDING_MEDIA } from "../rest/media-path";
import type { WireReply, WireRequest } from "../rest/wire";
import { DOCUMENT_OF_HOST, OpenApiDirectory } from "./openapi-directory";
import type { Operation, Place } from "./openapi-operation";
import { createCompilers, faultsOf } from "./openapi-validators";

/** A request and the reply to it. */
export interface Exchange {
  readonly request: WireRequest;
  readonly reply: WireReply;
}

/** What the documents forbid (`complaints`), and what they do not know but clients do send (`warnings`). */
export interface Judgement {
  readonly complaints: readonly string[];
  readonly warnings: readonly string[];
}

/** Judges exchanges by Twilio's OpenAPI documents, and knows what is in them. */
export interface OpenApiJudge {
  (exchange: Exchange): Judgement;
  /** The name of an operation (`FetchSyncMap`); undefined when Twilio documents none with this method and path. */
  operationName(host: string, method: string, path: string): string | undefined;
  /** Whether Twilio documents the path, with whatever method. */
  knowsPath(host: string, path: string): boolean;
}

/** Hosts whose APIs are in no document: the Studio webhook and the upload of Functions. */
const WITHOUT_DOCUMENT: readonly string[] = ["webhooks.twilio.com", "serverless-upload.twilio.com"];

const NOTHING: Judgement = { complaints: [], warnings: [] };

/** Makes a judge from the documents in a folder. @throws OpenApiMissing naming the command that fetches them */
export function createOpenApiJudge(folder: string): OpenApiJudge {
  const directory = new OpenApiDirectory(folder, createCompilers());
  const judge = (exchange: Exchange) => judgeExchange(directory, exchange);
  return Object.assign(judge, {
    operationName: (host: string, method: string, path: string) =>
      directory.find(host, method, path)?.operation.id,
    knowsPath: (host: string, path: string) => directory.knowsPath(host, path),
  });
}

function judgeExchange(directory: OpenApiDirectory, { request, reply }: Exchange): Judgement {
  const { host, method, path } = request;
  if (WITHOUT_DOCUMENT.includes(host)) return NOTHING;
  const [status, where] = [reply.status, `${method} ${host}${path}`];
  if (DOCUMENT_OF_HOST[host] === undefined)
    return { complaints: [`${where}: no document describes this host`], warnings: [] };
  const found = directory.find(host, method, path);
  if (found === undefined) {
    const isRefused = status === 401 || status === 404 || status === 405 || status === 501;
    if (host === "api.twilio.com" && RECORDING_MEDIA.test(path) && (status < 400 || isRefused))
      return NOTHING;
    return { complaints: isRefused ? [] : [`${where}: Twilio documents no such operation`], warnings: [] };
  }
  const say = (text: string) => `${found.operation.id} (${where}, ${status}) ${text}`;
  const places = placesOf(request, found.parameters);
  return {
    complaints: [
      ...places.flatMap(([name, value]) =>
        faultsOf(found.operation.place(name).validate, value).map((fault) => say(`request ${name} ${fault}`)),
      ),
      ...replyFaults(found.operation, reply).map((fault) => say(`reply ${fault}`)),
    ],
    warnings: places.flatMap(([name, value]) =>
      unknownNames(name, found.operation.place(name), value).map((unknown) =>
        say(`request ${name} parameter ${unknown} is unknown`),
      ),
    ),
  };
}

type PlaceName = "path" | "query" | "header" | "form";
type Values = Record<string, string | string[]>;

function placesOf(request: WireRequest, parameters: Readonly<Record<string, string>>): [PlaceName, Values][] {
  const hasForm = request.method === "POST" || request.method === "PUT";
  return [
    ["path", { ...parameters }],
    ["query", valuesOf(request.query)],
    ["header", { ...request.headers }],
    ...(hasForm ? [["form", valuesOf(request.body)] satisfies [PlaceName, Values]] : []),
  ];
}

/** A repeated parameter is an array, one sent once is not: on the wire they cannot be told apart otherwise. */
function valuesOf(parameters: URLSearchParams): Values {
  const values: Values = {};
  for (const [name, value] of parameters) {
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

function unknownNames(name: PlaceName, { known }: Place, values: Values): string[] {
  return name === "header" ? [] : Object.keys(values).filter((key) => !known.has(key));
}

function replyFaults(operation: Operation, { status, body }: WireReply): string[] {
  const check = operation.reply(status);
  if (typeof check === "function") return faultsOf(check, body);
  if (check === "empty") return body === undefined ? [] : ["has a body where none is documented"];
  if (status < 400) return [`status ${status} is not documented`];
  return isTwilioError(body, status) ? [] : ["error is not in Twilio's shape"];
}

/** Errors are in almost no document. @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
function isTwilioError(body: unknown, status: number): boolean {
  if (typeof body !== "object" || body === null) return false;
  const fields = new Map(Object.entries(body));
  const code: unknown = fields.get("code");
  return (
    Number.isInteger(code) &&
    typeof fields.get("message") === "string" &&
    fields.get("more_info") === `https://www.twilio.com/docs/errors/${code}` &&
    fields.get("status") === status &&
    [...fields.keys()].every((name) => ERROR_FIELDS.includes(name))
  );
}

const ERROR_FIELDS: readonly string[] = ["code", "message", "more_info", "status", "details"];
