import type { ServerlessCallback } from "@twilio-labs/serverless-runtime-types/types";
import type { Form } from "../telephony/form";
import { describeFailure, logFailure } from "./log";
import { type Reply, text } from "./reply";
import { type FunctionContext, type Wiring, wire } from "./wiring";

/** Reads a Function's parameters; throws TypeError for what makes no sense. */
export type Read<Input> = (form: Form) => Input;

/** Fetches, decides and replies. */
export type Handle<Input> = (input: Input, wiring: Wiring) => Promise<Reply>;

/** What Twilio calls. Not async, and the callback is called exactly once: right under every version of the runtime. */
export type Handler = (context: FunctionContext, event: Form, callback: ServerlessCallback) => void;

/** Well within the 10 seconds of a Function and of Studio's Run Function, and the 15 of a voice webhook. */
const DEADLINE_MS = 4000;

/**
 * Makes a Function: what `read` refuses is answered with 400, whatever else goes wrong with a logged 500, and after
 * four seconds with 500 too, for a caller is on the line.
 */
export function defineFunction<Input>(read: Read<Input>, handle: Handle<Input>): Handler {
  return define({ read, handle, refuse: (message) => text(400, message), fail: () => text(500, "Failed") });
}

/** As `defineFunction`, for voice webhooks: whatever happens, Twilio gets TwiML. */
export function defineVoiceFunction<Input>(
  read: Read<Input>,
  handle: Handle<Input>,
  fallback: Reply,
): Handler {
  return define({ read, handle, refuse: () => fallback, fail: () => fallback });
}

interface Definition<Input> {
  readonly read: Read<Input>;
  readonly handle: Handle<Input>;
  readonly refuse: (message: string) => Reply;
  readonly fail: () => Reply;
}

function define<Input>(definition: Definition<Input>): Handler {
  return (context, event, callback) => {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("No answer within 4 seconds")), DEADLINE_MS);
    });
    Promise.race([answer(definition, context, event), deadline])
      .catch((failure: unknown) => {
        logFailure("function-failed", {
          path: context.PATH ?? "",
          ...callOf(event),
          ...describeFailure(failure),
        });
        return definition.fail();
      })
      .then((reply) => {
        clearTimeout(timer);
        callback(null, toResponse(reply));
      });
  };
}

async function answer<Input>(
  { read, handle, refuse }: Definition<Input>,
  context: FunctionContext,
  event: Form,
): Promise<Reply> {
  const reading = tryReading(read, event);
  if ("refusal" in reading) {
    logFailure("request-refused", { path: context.PATH ?? "", message: reading.refusal });
    return refuse(reading.refusal);
  }
  return handle(reading.input, wire(context));
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

function toResponse({
  status,
  contentType,
  body,
  headers = {},
}: Reply): InstanceType<typeof Twilio.Response> {
  const response = new Twilio.Response();
  response.setStatusCode(status);
  response.setHeaders({ ...headers, "Content-Type": contentType });
  response.setBody(body);
  return response;
}
