import type { ServerlessCallback } from "@twilio-labs/serverless-runtime-types/types";
import type { Form } from "../telephony/form";
import { describeFailure, log, logFailure } from "./log";
import type { Reply } from "./reply";
import { DEADLINE_MS } from "./time-left";
import type { FunctionContext } from "./wiring";

/** Reads a Function's parameters; throws TypeError for what makes no sense. */
export type Read<Input> = (form: Form) => Input;

/** Fetches, decides and replies. */
export type Handle<Input, Wires> = (input: Input, wiring: Wires) => Promise<Reply>;

/** What Twilio calls. Not async, and the callback is called exactly once: right under every version of the runtime. */
export type Handler = (context: FunctionContext, event: Form, callback: ServerlessCallback) => void;

/** A Function in its parts. `refuse` answers what could not be read, `fail` whatever else went wrong. */
export interface FunctionParts<Input, Wires> {
  readonly read: Read<Input>;
  readonly handle: Handle<Input, Wires>;
  readonly wire: (context: FunctionContext) => Wires;
  readonly refuse: (message: string) => Reply;
  readonly fail: () => Reply;
}

/** Puts the parts of a Function together: it always answers, once, within four seconds. */
export function answerRequest<Input, Wires>(parts: FunctionParts<Input, Wires>): Handler {
  return (context, event, callback) => {
    const { deadline, stop } = startDeadline();
    Promise.race([reply(parts, context, event), deadline])
      .then(toResponse)
      .catch((failure: unknown) => {
        const path = context.PATH ?? "";
        logFailure("function-failed", { path, ...callOf(event), ...describeFailure(failure) });
        return toResponse(parts.fail());
      })
      .then((response) => {
        stop();
        callback(null, response);
      });
  };
}

/** Real time: `Date` may stand still or be simulated, timers never are. */
function startDeadline(): { deadline: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time")), DEADLINE_MS);
  });
  return { deadline, stop: () => clearTimeout(timer) };
}

async function reply<Input, Wires>(
  { read, handle, wire, refuse }: FunctionParts<Input, Wires>,
  context: FunctionContext,
  event: Form,
): Promise<Reply> {
  const reading = tryReading(read, event);
  if ("input" in reading) return handle(reading.input, wire(context));
  // No alert: anybody may ask a public Function anything.
  log("request-refused", { path: context.PATH ?? "", message: reading.refusal });
  return refuse(reading.refusal);
}

function tryReading<Input>(read: Read<Input>, event: Form): { input: Input } | { refusal: string } {
  try {
    return { input: read(event) };
  } catch (failure) {
    if (failure instanceof TypeError) return { refusal: failure.message };
    throw failure;
  }
}

function callOf({ CallSid }: Form): { callSid: string } | Record<string, never> {
  return typeof CallSid === "string" ? { callSid: CallSid } : {};
}

function toResponse({ status, contentType, body, headers = {} }: Reply) {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setHeaders({ ...headers, "Content-Type": contentType });
  response.setBody(body);
  return response;
}
