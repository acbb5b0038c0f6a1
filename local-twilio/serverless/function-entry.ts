/** The place in a Function's context where the host keeps the one that runs its Functions. */
export const RUN_FUNCTION: unique symbol = Symbol.for("local-twilio.run-function");

/** How Twilio calls back: an error, or what to reply with. */
export type Callback = (error?: unknown, payload?: unknown) => void;

/** What a Function receives as `context`: its variables, and what Twilio adds to them. */
export interface FunctionContext {
  readonly PATH: string;
  readonly DOMAIN_NAME: string;
  readonly [name: string]: unknown;
}

/** What a Function receives as `event`: query and form fields, and `request`. */
export type FunctionEvent = Readonly<Record<string, unknown>>;

/** @see https://www.twilio.com/docs/serverless/functions-assets/functions/invocation */
export type FunctionHandler = (context: FunctionContext, event: FunctionEvent, callback: Callback) => unknown;

interface HostedContext extends FunctionContext {
  readonly [RUN_FUNCTION]: FunctionHandler;
}

/**
 * The one file that Twilio's runtime loads for every Function of every host. It hands over to the host that built
 * the context, which compiles the real bundle with the simulated clock in place of `Date`.
 */
export function handler(hosted: HostedContext, event: FunctionEvent, callback: Callback): void {
  const { [RUN_FUNCTION]: run, ...context } = hosted;
  run(context, event, callback);
}
