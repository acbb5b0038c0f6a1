import type { RequestListener } from "node:http";
import { LocalDevelopmentServer } from "@twilio/runtime-handler/dev";
import type { SimulatedClock } from "../clock";
import type { Journal } from "../journal";
import { createFrontDoor } from "./front-door";
import { type FunctionHandler, RUN_FUNCTION } from "./function-entry";
import { type FunctionGlobals, readFunctionGlobals } from "./functions-runtime";
import { loadFunction } from "./load-function";
import type { Resource } from "./resources";
import { createRunner, EXECUTION_LIMIT_MS } from "./run-function";
import { runtimeConfig } from "./runtime-config";
import { createFunctionConsole, createFunctionProcess, type FunctionLog } from "./surroundings";

/** What a Service is opened with. */
export interface ServiceToOpen {
  /** What requests are signed for, without the path; its host is the Functions' DOMAIN_NAME. */
  readonly origin: string;
  readonly resources: readonly Resource[];
  /** All that the Functions see as variables, credentials too. */
  readonly variables: Readonly<Record<string, string>>;
  /** What requests to protected paths are signed with. */
  readonly authToken: string;
  readonly clock: SimulatedClock;
  readonly journal: Journal;
  /** Receives what the Functions print; nothing is printed when left out. */
  readonly log?: ((line: FunctionLog) => void) | undefined;
  /** Real milliseconds a Function may take; Twilio's ten seconds when left out. */
  readonly limitMs?: number | undefined;
}

/** Opens a built Service on Twilio's own runtime-handler, in this process: cold, as a fresh deployment is. */
export function openService(service: ServiceToOpen): RequestListener {
  const { origin, resources, variables, authToken } = service;
  const run: FunctionHandler = (context, event, callback) => runner(context, event, callback);
  const env = Object.assign({ ...variables }, { [RUN_FUNCTION]: run });
  const app = new LocalDevelopmentServer(0, runtimeConfig({ port: 0, url: origin, env }, resources)).getApp();
  // Express prints what its parsers refuse, unless it believes to be under test.
  app.set("env", "test");
  const runner = createServiceRunner(service, readFunctionGlobals(resources));
  return createFrontDoor({ authToken, origin, resources, app });
}

function createServiceRunner(service: ServiceToOpen, globals: FunctionGlobals): FunctionHandler {
  const { clock, journal, limitMs = EXECUTION_LIMIT_MS, log = () => undefined } = service;
  const files = new Map(service.resources.map(({ path, file }) => [path, file]));
  const warm = new Map<string, FunctionHandler>();
  const shared = { Date: clock.Date, process: createFunctionProcess(service.variables), ...globals };
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
