import type { Handler } from "../../../src/runtime/answer-request";

/** Twilio.Response as far as Functions use it. @see https://www.twilio.com/docs/serverless/functions-assets/functions/invocation */
export class FakeResponse {
  status = 0;
  headers: Record<string, string> = {};
  body: unknown;
  setStatusCode(status: number) {
    this.status = status;
  }
  setHeaders(headers: Record<string, string>) {
    this.headers = headers;
  }
  setBody(body: unknown) {
    this.body = body;
  }
}

/** The globals of a Function. @param assets texts by path, as `Runtime.getAssets()` has them */
export function installRuntime(assets: Readonly<Record<string, string>> = {}): void {
  const entries = Object.entries(assets).map(([path, text]) => [path, { path, open: () => text }]);
  Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
  Reflect.set(globalThis, "Runtime", { getAssets: () => Object.fromEntries(entries) });
}

type Context = Parameters<Handler>[0];

export const contextWith = (properties: object): Context =>
  Object.assign(Object.create(null), { PATH: "/x", ...properties });

/** Runs a Function to its one answer. */
export function run(
  handler: Handler,
  event: Record<string, unknown>,
  context: object = {},
): Promise<FakeResponse> {
  return new Promise((resolve, reject) => {
    handler(contextWith(context), event, (error, reply) =>
      reply instanceof FakeResponse ? resolve(reply) : reject(error),
    );
  });
}
