import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { foldHost } from "./fold-host";
import { HOST_HEADER } from "./redirect-headers";
import type { WireRequest } from "./wire";

/** Largest body read, in bytes: four times what Sync takes, percent-encoded. */
const MAX_BODY_BYTES = 256 * 1024;

/** Hosts that take more: a public Asset may have 25 MB, and comes with the parts and headers of a multipart body. */
const MAX_BYTES_OF_HOST: Readonly<Record<string, number>> = {
  "serverless-upload.twilio.com": 26 * 1024 * 1024,
};

/** The host that a request is for, as the redirection or the client names it: without port, edge and region. */
export function hostOf(headers: IncomingHttpHeaders): string {
  return foldHost(String(headers[HOST_HEADER] ?? headers.host ?? ""));
}

/** Reads a request off the wire; undefined when its body is longer than its host takes. */
export async function readWireRequest(incoming: IncomingMessage): Promise<WireRequest | undefined> {
  const host = hostOf(incoming.headers);
  const bytes = await readBody(incoming, MAX_BYTES_OF_HOST[host] ?? MAX_BODY_BYTES);
  if (bytes === undefined) return undefined;
  const { method = "GET", url = "/", headers } = incoming;
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const isMultipart = headers["content-type"]?.startsWith("multipart/") ?? false;
  const text = isMultipart ? "" : bytes.toString("utf8");
  return {
    method,
    host,
    path: decodePath(path),
    query: new URLSearchParams(mark === -1 ? "" : url.slice(mark + 1)),
    headers: plainHeaders(headers),
    body: new URLSearchParams(text),
    ...(isMultipart ? { multipart: bytes } : { sent: { path, body: text } }),
  };
}

async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes <= maxBytes) chunks.push(part);
  }
  return bytes > maxBytes ? undefined : Buffer.concat(chunks);
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
