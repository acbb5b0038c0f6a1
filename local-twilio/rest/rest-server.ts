import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Account } from "../account";
import { CALL_SID_HEADER } from "../call-context";
import type { Fault, Faults } from "../faults";
import type { Journal } from "../journal";
import { createOpenApiJudge, type OpenApiJudge } from "../judge/openapi";
import { createSids } from "../sids";
import { answerRequest } from "./answer-request";
import { faultFromHeader, injectFault, loseReply } from "./injected-fault";
import { hostOf, readWireRequest } from "./read-wire-request";
import { FAULT_HEADER } from "./redirect-headers";
import { restoreHeaders } from "./restore-headers";
import { errorReply, TwilioError } from "./twilio-error";
import type { Now, Product, WireReply, WireRequest } from "./wire";
import { writeReply } from "./write-reply";

export type { Product, WireReply, WireRequest } from "./wire";

/** Where `npm run postinstall` puts Twilio's OpenAPI documents. */
export const OPENAPI_FOLDER = join(__dirname, "..", "openapi");

/** More than any host takes, so that each refuses too many headers in its own way. */
const MAX_HEADER_BYTES = 65_536;

/** Answers a request for a domain of deployed Functions and Assets. */
export type ServeDomain = (domainName: string, request: IncomingMessage, response: ServerResponse) => void;

let known: OpenApiJudge | undefined;

/** One judge for all servers of a process: the documents never change, and compiling them takes longer than judging. */
function publishedJudge(): OpenApiJudge {
  known ??= createOpenApiJudge(OPENAPI_FOLDER);
  return known;
}

/** What a REST server serves, and what it breaks, judges and notes down on the way. */
export interface RestServerOptions {
  /** 0, or left out: any free port. */
  readonly port?: number;
  readonly account: Account;
  readonly clock: Now;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly products: readonly Product[];
  /** Serves `*.twil.io`; left out: each domain is a 404. */
  readonly serveDomain?: ServeDomain;
  /** Left out: a judge by the documents that `npm run postinstall` fetched. */
  readonly judge?: OpenApiJudge;
  /** Told of what clients send that Twilio's documents do not know: no breach, but worth a look. */
  readonly onWarning?: (text: string) => void;
}

/** A REST server that is up. */
export interface RestServer {
  readonly port: number;
  close(): Promise<void>;
}

/** The server's parts, as its request handler needs them. */
export type RestWorld = Omit<RestServerOptions, "port" | "judge"> & { readonly judge: OpenApiJudge };

/**
 * Starts Twilio's REST APIs on a loopback port. The Host header picks the product.
 * @throws OpenApiMissing without Twilio's documents; the error of `listen` (EADDRINUSE) when the port is busy
 */
export async function startRestServer(options: RestServerOptions): Promise<RestServer> {
  const world: RestWorld = { ...options, judge: options.judge ?? publishedJudge() };
  const requestSids = createSids();
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (incoming, response) => {
    const startedAt = performance.now();
    const write = (reply: WireReply | undefined) =>
      reply && writeReply(response, reply, { requestSid: requestSids("RQ"), startedAt });
    serve(world, incoming, response).then(write, (error: unknown) => {
      // A client that gave up while it was still sending is no bug of anyone's.
      if (incoming.complete) write(brokenReply(world, incoming, error));
    });
  });
  // Longer than any client keeps a free connection: otherwise a request can meet a closing one.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function serve(
  world: RestWorld,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<WireReply | undefined> {
  if (hostOf(incoming.headers).endsWith(".twil.io")) return serveDomain(world, incoming, response);
  const request = await readWireRequest(incoming);
  if (request === undefined) return errorReply(new TwilioError(413, 20413, "Request entity too large"));
  const product = world.products.find(({ host }) => host === request.host);
  product?.arrived?.(request);
  const target = product?.targetOf?.(request);
  if (target !== undefined) world.journal.noteSync({ callSid: request.headers[CALL_SID_HEADER], target });
  const fault = faultOf(world, request, { product, target });
  if (fault?.kind === "slow") await wait(fault.ms);
  else if (fault?.kind === "lost") loseReply(response);
  else if (fault !== undefined) return injectFault(fault, response, product?.refuse);
  return answerRequest(world, product, request);
}

/** A deployed Service is no API: no credentials, no documents, and it writes its replies itself. */
async function serveDomain(
  world: RestWorld,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<WireReply | undefined> {
  const fault = faultFromHeader(incoming.headers[FAULT_HEADER]?.toString());
  if (fault?.kind === "slow") await wait(fault.ms);
  else if (fault?.kind === "lost") loseReply(response);
  else if (fault !== undefined) return injectFault(fault, response);
  if (world.serveDomain === undefined) return { status: 404 };
  const domainName = hostOf(incoming.headers);
  restoreHeaders(incoming, domainName);
  world.serveDomain(domainName, incoming, response);
  return undefined;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Elsewhere than at Twilio nothing can be done whose reply could get lost: the connection is reset at once. */
function faultOf(
  { faults }: RestWorld,
  { headers }: WireRequest,
  { product, target }: { readonly product: Product | undefined; readonly target: string | undefined },
): Fault | undefined {
  const asked = faultFromHeader(headers[FAULT_HEADER]);
  if (asked?.kind === "lost" && product === undefined) return { kind: "reset" };
  return asked ?? (target === undefined ? undefined : faults.take(`sync:${target}`));
}

/** A bug of local Twilio's own must not look like a refusal of Twilio's. */
function brokenReply({ journal }: RestWorld, { method, url }: IncomingMessage, error: unknown): WireReply {
  journal.complain(`local Twilio broke on ${method} ${url}: ${error instanceof Error ? error.stack : error}`);
  return errorReply(new TwilioError(500, 20500, "Local Twilio broke: see its complaints"));
}
