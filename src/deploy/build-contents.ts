import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { ContentKind } from "../account/serverless-services";

/** One file of the build, as it is uploaded. */
export interface ContentFile {
  readonly kind: ContentKind;
  /** The path that Twilio serves it at, such as `/incoming/screen`. */
  readonly path: string;
  readonly visibility: "public" | "protected" | "private";
  readonly contentType: string;
  readonly content: Buffer;
  /** The first 8 hexadecimal digits of what tells versions apart: visibility and content. */
  readonly hash: string;
}

/** Everything a build is made from. `dependencies` are package.json's, as written there. */
export interface BuildContents {
  readonly files: readonly ContentFile[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly runtime: string;
  /** Tells builds apart: the same for the same contents. */
  readonly fingerprint: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".js": "application/javascript",
  ".json": "application/json",
  ".xml": "application/xml",
  ".html": "text/html",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".bin": "application/octet-stream",
};
/** As Twilio's own tools have it, the last word before the extension decides. */
const VISIBILITY = /\.(private|protected)(?=(\.[^.]*)?$)/;

/** Where the parts of a build are. */
export interface BuildSources {
  readonly functionsDir: string;
  readonly assetsDir: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly runtime: string;
}

/** Reads what `npm run build` has made; no file at all when it has not. */
export async function readBuildContents(sources: BuildSources): Promise<BuildContents> {
  const { dependencies, runtime } = sources;
  const functions = await readFiles("functions", sources.functionsDir);
  const files = [...functions, ...(await readFiles("assets", sources.assetsDir))];
  const parts = files.map(({ kind, path, hash }) => [kind, path, hash]).sort();
  return {
    files,
    dependencies,
    runtime,
    fingerprint: hashOf(JSON.stringify([parts, dependencies, runtime]), 16),
  };
}

async function readFiles(kind: ContentKind, folder: string): Promise<ContentFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(names.sort().map((file) => readContent(kind, folder, file)));
}

async function readContent(kind: ContentKind, folder: string, file: string): Promise<ContentFile> {
  const content = await readFile(file);
  const name = `/${relative(folder, file).split(sep).join("/")}`;
  const word = VISIBILITY.exec(name)?.[1];
  const visibility = word === "private" || word === "protected" ? word : "public";
  const bare = name.replace(VISIBILITY, "");
  return {
    kind,
    path: kind === "functions" ? bare.replace(/\.js$/, "") : bare,
    visibility,
    contentType: CONTENT_TYPES[extname(file)] ?? "text/plain",
    content,
    hash: hashOf(Buffer.concat([Buffer.from(`${visibility}\n`), content]), 8),
  };
}

function hashOf(content: string | Buffer, digits: number): string {
  return createHash("sha256").update(content).digest("hex").slice(0, digits);
}
