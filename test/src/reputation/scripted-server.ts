import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a request gets: an answer, or one of the ways in which none comes. */
export type Reaction =
  | { readonly status: number; readonly body: string; readonly headers?: Record<string, string> }
  | "silence"
  | "reset"
  | "endless"
  | "broken off";

/** A request as it arrived. */
export interface Arrived {
  readonly method: string | undefined;
  readonly host: string;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Providers' hosts on this machine: each request gets the next reaction, and the last one for ever. */
export interface ScriptedServer {
  readonly arrived: Arrived[];
  script(...reactions: Reaction[]): void;
  close(): Promise<void>;
}

const HOST = "x-scripted-host";

/** Opens it and sends to it whatever this process fetches, until it is closed. */
export async function openScriptedServer(): Promise<ScriptedServer> {
  const arrived: Arrived[] = [];
  let left: Reaction[] = [];
  const server = createServer(async (request, response) => {
    const reaction = left.length > 1 ? left.shift() : left[0];
    arrived.push(await read(request));
    react(response, reaction ?? "silence");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const restore = redirectFetch(`http://127.0.0.1:${port}`);
  return {
    arrived,
    script: (...reactions) => {
      arrived.length = 0;
      left = reactions;
    },
    close: async () => {
      restore();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function redirectFetch(origin: string): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { host, pathname, search } = new URL(String(input));
    const headers = new Headers(init?.headers);
    headers.set(HOST, host);
    return real(`${origin}${pathname}${search}`, { ...init, headers });
  };
  return () => {
    globalThis.fetch = real;
  };
}

async function read(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method,
    host: String(request.headers[HOST]),
    path: request.url,
    authorization: request.headers.authorization,
    contentType: request.headers["content-type"],
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function react(response: ServerResponse, reaction: Reaction): void {
  if (reaction === "silence") return;
  if (reaction === "reset") {
    response.destroy();
    return;
  }
  if (reaction === "broken off") {
    response.writeHead(200, { "content-length": "1000" }).write('{"risk":', () => response.destroy());
    return;
  }
  if (reaction === "endless") {
    response.writeHead(200, { "content-type": "application/json" });
    const more = () => response.write(" ".repeat(64 * 1024), () => response.destroyed || setImmediate(more));
    more();
    return;
  }
  response.writeHead(reaction.status, { "content-type": "application/json", ...reaction.headers });
  response.end(reaction.body);
}
