import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname } from "node:path";
import type { Resource } from "./resources";

/** Content types of what a Service's Assets hold; an extension that is not here is served as bytes. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mp3": "audio/mpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vcf": "text/vcard; charset=utf-8",
  ".wav": "audio/wav",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "text/xml; charset=utf-8",
};

/** Replies with a static Asset; a file that has gone since the start is a 404. */
export async function serveAsset(
  { file, path, contentType }: Resource,
  response: ServerResponse,
): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Could not find asset");
    return;
  }
  const type = contentType ?? CONTENT_TYPES[extname(path).toLowerCase()] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "content-length": content.length }).end(content);
}
