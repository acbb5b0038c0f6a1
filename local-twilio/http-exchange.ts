import { type IncomingMessage, request } from "node:http";
import type { WebhookResult } from "./webhook";

/** One HTTP request to a server on this machine. */
export interface LoopbackRequest {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Real milliseconds without an answer after which it counts as timed out. */
  readonly timeoutMs: number;
}

/** Makes the request; every outcome, failures too, is a result. */
export function exchange({
  port,
  method,
  path,
  headers,
  body,
  timeoutMs,
}: LoopbackRequest): Promise<WebhookResult> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ kind: "unreachable", reason: error.message });
    const outgoing = request({ host: "127.0.0.1", port, method, path, headers }, (incoming) => {
      incoming.on("error", fail);
      readReply(incoming, resolve);
    });
    const timer = setTimeout(() => {
      resolve({ kind: "timeout" });
      outgoing.destroy();
    }, timeoutMs);
    outgoing.on("close", () => clearTimeout(timer));
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

function readReply(incoming: IncomingMessage, done: (result: WebhookResult) => void): void {
  const chunks: Buffer[] = [];
  incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
  incoming.on("end", () => {
    const { location, "content-type": contentType = "" } = incoming.headers;
    const body = Buffer.concat(chunks).toString("utf8");
    const reply = { kind: "reply", status: incoming.statusCode ?? 0, contentType, body } as const;
    done(location === undefined ? reply : { ...reply, location });
  });
}
