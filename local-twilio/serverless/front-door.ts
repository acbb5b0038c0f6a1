import { IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { Resource } from "./resources";
import { serveAsset } from "./serve-asset";
import { isSignedByTwilio } from "./signature";

const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
/** @see https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow */
const MAX_HEADERS = 90;
const MAX_HEADER_BYTES = 15_000;
/** What the runtime takes as a body, like the Lambda behind it. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;

/** What the door needs to know of its host. */
export interface FrontDoorWorld {
  readonly authToken: string;
  /** What requests are signed for, without the path: `http://localhost:3000`. */
  readonly origin: string;
  readonly resources: readonly Resource[];
  /** Serves Functions, and the CORS answers of both. */
  readonly app: RequestListener;
}

interface Refusal {
  readonly status: number;
  readonly text: string;
}

/**
 * What Twilio does before a request reaches a Function, and `twilio-run` leaves out: methods, sizes, visibility and
 * the signature on protected paths.
 */
export function createFrontDoor(world: FrontDoorWorld): RequestListener {
  const byPath = new Map(world.resources.map((resource) => [resource.path, resource]));
  return async (request, response) => {
    request.on("error", () => response.destroy());
    const resource = byPath.get((request.url ?? "").split("?", 1)[0] ?? "");
    const refusal = refuseByHead(request, resource);
    if (refusal !== undefined || resource === undefined) return refuse(response, refusal ?? NOT_FOUND);
    const body = await readBody(request);
    if (body === undefined) return refuse(response, { status: 413, text: "request entity too large" });
    if (!mayEnter(world, request, { resource, body }))
      return refuse(response, { status: 400, text: "Twilio signature is missing or does not match" });
    if (resource.kind === "asset" && request.method !== "OPTIONS") return serveAsset(resource, response);
    return world.app(replay(request, body), response);
  };
}

const NOT_FOUND: Refusal = { status: 404, text: "Could not find requested resource" };

function refuseByHead(request: IncomingMessage, resource: Resource | undefined): Refusal | undefined {
  if (!METHODS.includes(request.method ?? "")) return { status: 405, text: "Method not allowed" };
  const bytes = request.rawHeaders.reduce((sum, part) => sum + part.length, 0);
  if (request.rawHeaders.length / 2 > MAX_HEADERS || bytes > MAX_HEADER_BYTES)
    return { status: 431, text: "Request header fields too large" };
  if (resource === undefined || resource.access === "private") return NOT_FOUND;
  if (request.method !== "POST" && hasBody(request)) return { status: 403, text: "Only POST takes a body" };
  return undefined;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function mayEnter(
  world: FrontDoorWorld,
  { method = "", url = "", headers }: IncomingMessage,
  { resource, body }: { readonly resource: Resource; readonly body: Buffer },
): boolean {
  if (resource.access !== "protected" || method === "OPTIONS") return true;
  const signature = headers["x-twilio-signature"];
  return isSignedByTwilio(world.authToken, {
    method,
    url: world.origin + url,
    signature: typeof signature === "string" ? signature : undefined,
    contentType: headers["content-type"],
    body,
  });
}

/** The whole body, or undefined when it is larger than the runtime takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

/** The request once more, for Express, whose parsers want to read the body themselves. */
function replay(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket);
  const { method, url, rawHeaders, headers, httpVersion } = request;
  Object.assign(again, { method, url, rawHeaders, headers, httpVersion, complete: true });
  again.push(body);
  again.push(null);
  return again;
}

function refuse(response: ServerResponse, { status, text }: Refusal): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
}
