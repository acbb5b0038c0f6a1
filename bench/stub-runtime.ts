import { readFileSync } from "node:fs";
import { FRIEND } from "./made-up-book";

/** A `Twilio.Response` that only keeps what it is given. */
class StubResponse {
  statusCode = 200;
  body: unknown = null;
  setStatusCode(status: number): this {
    this.statusCode = status;
    return this;
  }
  setBody(body: unknown): this {
    this.body = body;
    return this;
  }
  appendHeader(): this {
    return this;
  }
  setHeaders(): this {
    return this;
  }
}

/**
 * The globals a Function needs, and nothing behind them: the cloud's own handler loads the helper library only when
 * it is asked for, so a measurement of our code must not load it either.
 */
export function stubRuntime(assets: Readonly<Record<string, string>>) {
  const entries = Object.entries(assets).map(([path, file]) => [
    path,
    { path: file, open: () => readFileSync(file, "utf8") },
  ]);
  return {
    Twilio: { Response: StubResponse },
    Runtime: { getAssets: () => Object.fromEntries(entries), getFunctions: () => ({}) },
  };
}

/** What Twilio gives `/incoming/screen` when the friend calls that line: context and event. */
export function friendCalling(line: string) {
  return [
    { DOMAIN_NAME: "localhost", PATH: "/incoming/screen" },
    { CallSid: `CA${"0".repeat(32)}`, From: FRIEND, To: line, request: { headers: {}, cookies: {} } },
  ] as const;
}

/** Whether what a Function called back with tells the flow to ring somebody. */
export function isConnect(error: unknown, reply: unknown): boolean {
  if (error || !(reply instanceof StubResponse) || reply.statusCode !== 200) return false;
  const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
  return /"action":\s*"connect"/.test(text);
}
