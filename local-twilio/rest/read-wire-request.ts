import type { IncomingMessage } from "node:http";
import { foldHost } from "./fold-host";
import { HOST_HEADER } from "./redirect-headers";
import type { WireRequest } from "./wire";

/** Largest body read, in bytes: four times what Sync takes, percent-encoded. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Reads a request off the wire; undefined when its body is longer than MAX_BODY_BYTES. */
export async function readWireRequest(incoming: IncomingMessage): Promise<WireRequest | undefined> {
  const body = await readBody(incoming);
  if (body === undefined) return undefined;
  const { method = "GET", url = "/", headers } = incoming;
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  return {
    method,
    host: foldHost(String(headers[HOST_HEADER] ?? headers.host ?? "")),
    path: decodePath(path),
    query: new URLSearchParams(mark === -1 ? "" : url.slice(mark + 1)),
    headers: plainHeaders(headers),
    body: new URLSearchParams(body),
  };
}

async function readBody(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(part);
  }
  return bytes > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString("utf8");
}

/** Decoded as a whole, so that a Map Item whose key has a "/" can be made but never fetched, as on Twilio (recorded). */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function plainHeaders(headers: IncomingMessage["headers"]): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) plain[name] = String(value);
  return plain;
}
