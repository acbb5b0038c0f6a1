import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { LocalDevelopmentServer } from "@twilio/runtime-handler/dev";
import type { Account } from "../account";
import type { SimulatedClock } from "../clock";
import type { Journal } from "../journal";
import { createFrontDoor } from "./front-door";
import { type FunctionHandler, RUN_FUNCTION } from "./function-entry";
import { type FunctionGlobals, readFunctionGlobals } from "./functions-runtime";
import { loadFunction } from "./load-function";
import { findResources, type Resource } from "./resources";
import { createRunner, EXECUTION_LIMIT_MS } from "./run-function";
import { runtimeConfig } from "./runtime-config";
import { guardAgainstStrayErrors } from "./stray-errors";
import { createFunctionConsole, createFunctionProcess, type FunctionLog } from "./surroundings";

/** A Serverless Service to host: what was built, its variables, and the world it lives in. */
export interface ServerlessService {
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  readonly functionsDir: string;
  readonly assetsDir?: string | undefined;
  /** The Service's variables. ACCOUNT_SID, AUTH_TOKEN and DOMAIN_NAME are added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly journal: Journal;
  /** Receives what the Functions print; nothing is printed when left out. */
  readonly log?: ((line: FunctionLog) => void) | undefined;
  /** Real milliseconds a Function may take; Twilio's ten seconds when left out. */
  readonly limitMs?: number | undefined;
}

/** A hosted Service. `domainName` is what the Functions see as DOMAIN_NAME and what their callers sign for. */
export interface ServerlessHost {
  readonly port: number;
  readonly domainName: string;
  close(): Promise<void>;
}

/**
 * Hosts a built Service on Twilio's own runtime-handler, in this process and on loopback only. Throws when a folder is
 * missing, there is no Function, the account has no auth token, or the port is taken (`code` EADDRINUSE).
 */
export async function startServerlessHost(service: ServerlessService): Promise<ServerlessHost> {
  // An empty token would accept whatever is signed with an empty key.
  if (!service.account.authToken) throw new Error("Cannot host Functions: the account has no auth token");
  const resources = await findResources(service.functionsDir, service.assetsDir);
  const server = createServer({ maxHeaderSize: 65_536 });
  const port = await listen(server, service.port);
  const domainName = `localhost:${port}`;
  server.on("request", openService(service, resources, port));
  const release = guardAgainstStrayErrors();
  return {
    port,
    domainName,
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      release();
    },
  };
}

function openService(
  service: ServerlessService,
  resources: readonly Resource[],
  port: number,
): RequestListener {
  const { account } = service;
  const origin = `http://localhost:${port}`;
  const variables = { ...service.environment, ACCOUNT_SID: account.sid, AUTH_TOKEN: account.authToken };
  const run: FunctionHandler = (context, event, callback) => runner(context, event, callback);
  const env = Object.assign({ ...variables }, { [RUN_FUNCTION]: run });
  const app = new LocalDevelopmentServer(port, runtimeConfig({ port, url: origin, env }, resources)).getApp();
  // Express prints what its parsers refuse, unless it believes to be under test.
  app.set("env", "test");
  const globals = readFunctionGlobals(resources);
  const runner = createServiceRunner(service, { variables, globals, resources });
  return createFrontDoor({ authToken: account.authToken, origin, resources, app });
}

interface ServiceParts {
  readonly variables: Readonly<Record<string, string>>;
  readonly globals: FunctionGlobals;
  readonly resources: readonly Resource[];
}

function createServiceRunner(
  service: ServerlessService,
  { variables, globals, resources }: ServiceParts,
): FunctionHandler {
  const { clock, journal, limitMs = EXECUTION_LIMIT_MS, log = () => undefined } = service;
  const files = new Map(resources.map(({ path, file }) => [path, file]));
  const warm = new Map<string, FunctionHandler>();
  const shared = { Date: clock.Date, process: createFunctionProcess(variables), ...globals };
  const find = (path: string): FunctionHandler => {
    const known = warm.get(path);
    if (known !== undefined) return known;
    const console = createFunctionConsole(path, log);
    const loaded = loadFunction(files.get(path) ?? path, { ...shared, console });
    warm.set(path, loaded);
    return loaded;
  };
  const headers = { "Content-Type": "text/plain" };
  const timedOut = new globals.Twilio.Response({
    statusCode: 504,
    headers,
    body: "runtime application timed out",
  });
  return createRunner({ find, limitMs, timedOut, log, complain: (text) => journal.complain(text) });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
