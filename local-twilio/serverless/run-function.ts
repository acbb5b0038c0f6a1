import { callContext } from "../call-context";
import type { Callback, FunctionContext, FunctionEvent, FunctionHandler } from "./function-entry";
import { invocation } from "./stray-errors";
import type { FunctionLog } from "./surroundings";

/** A Function is ended after ten seconds. @see https://www.twilio.com/docs/serverless/functions-assets/functions/debug */
export const EXECUTION_LIMIT_MS = 10_000;

/** What running needs from its host. */
export interface RunnerWorld {
  /** Gives the Function served at a path; throws when its bundle does not load. */
  readonly find: (path: string) => FunctionHandler;
  readonly limitMs: number;
  /** What is replied once the limit is over. */
  readonly timedOut: object;
  readonly log: (line: FunctionLog) => void;
  /** Notes a breach of Twilio's limits. */
  readonly complain: (text: string) => void;
}

/**
 * Makes the handler that runs any Function of a host: the first answer counts, whatever the Function throws or
 * rejects with becomes a 500, and silence becomes Twilio's time-out.
 */
export function createRunner(world: RunnerWorld): FunctionHandler {
  return (context, event, callback) => {
    const answer = answerOnce(world, context.PATH, callback);
    const fail = (error: unknown) =>
      answer(error ?? new Error(`${context.PATH} failed without saying why`), undefined);
    callContext.run({ callSid: readCallSid(event) }, () =>
      invocation.run({ fail }, () => invoke(world, { context, event, answer, fail })),
    );
  };
}

interface Run {
  readonly context: FunctionContext;
  readonly event: FunctionEvent;
  readonly answer: Callback;
  readonly fail: (error: unknown) => void;
}

function invoke(world: RunnerWorld, { context, event, answer, fail }: Run): void {
  try {
    Promise.resolve(world.find(context.PATH)(context, event, answer)).catch(fail);
  } catch (error) {
    fail(error);
  }
}

function answerOnce(world: RunnerWorld, path: string, callback: Callback): Callback {
  let state: "running" | "answered" | "timed out" = "running";
  const timer = setTimeout(() => {
    state = "timed out";
    world.complain(`${path} did not answer within ${world.limitMs} ms: a Function has 10 seconds`);
    send(world, path, () => callback(undefined, world.timedOut));
  }, world.limitMs).unref();
  return (error, payload) => {
    if (state !== "running")
      return world.log({ path, level: "warn", text: `answered again, when it had ${state}: ignored` });
    state = "answered";
    clearTimeout(timer);
    if (error) world.log({ path, level: "error", text: describe(error) });
    const sent =
      isSendable(error) && isSendable(payload) && send(world, path, () => callback(error, payload));
    if (!sent) send(world, path, () => callback(new Error(`Cannot send what ${path} called back with`)));
  };
}

/** Runtime-handler would make a number the status of the reply. */
function isSendable(value: unknown): boolean {
  return typeof value !== "number";
}

/** Runtime-handler throws at what it cannot send: a status that HTTP does not have, an object that holds itself. */
function send(world: RunnerWorld, path: string, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    world.log({ path, level: "error", text: describe(error) });
    return false;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function readCallSid({ CallSid }: FunctionEvent): string | undefined {
  return typeof CallSid === "string" ? CallSid : undefined;
}
