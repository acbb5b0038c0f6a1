import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { isElsewhere, type PagePart, pageParts, styleParts } from "./page-parts";
import { runEsbuild } from "./run-esbuild";

/** Where the pages are, and where what browsers get of them goes. */
export interface PageFolders {
  readonly webDir: string;
  readonly outDir: string;
}

/** What is shipped as it is; the scripts are bundled, and no other file is a browser's. */
const COPIED = [".html", ".css", ".svg", ".png", ".jpg", ".ico", ".woff2", ".txt", ".webmanifest"];

/**
 * Builds web pages: each script that a page names, `x.js`, is bundled from `x.ts` beside it; pages, stylesheets and
 * pictures are copied. Nothing comes from another host, and no source is shipped.
 * @returns the files, relative to the output folder
 * @throws one error that lists every problem: no page, a file that a page names and that is not there, or is elsewhere
 */
export async function buildPages({ webDir, outDir }: PageFolders): Promise<readonly string[]> {
  const root = resolve(webDir);
  const files = await listFiles(root);
  if (!files.some((file) => file.endsWith(".html")))
    throw new Error(`Cannot build pages: there is none in ${root}`);
  const parts = (await Promise.all(files.map((file) => readParts(root, file)))).flat();
  const problems = parts.flatMap((part) => problemOf(part, files));
  if (problems.length > 0) throw new Error(`Cannot build pages:\n  ${problems.join("\n  ")}`);
  const scripts = [...new Set(parts.filter(({ kind }) => kind === "script").map(({ path }) => path))].sort();
  await bundle(scripts, root, resolve(outDir));
  const copied = files.filter((file) => COPIED.includes(extname(file)));
  for (const file of copied) await copy(join(root, file), join(outDir, file));
  return [...copied, ...scripts].sort();
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join("/"))
    .sort();
}

/** A part, and whose: `path` is relative to the folder of the pages. */
interface NamedPart extends PagePart {
  readonly from: string;
  readonly path: string;
}

async function readParts(root: string, from: string): Promise<NamedPart[]> {
  const read = { ".html": pageParts, ".css": styleParts }[extname(from)];
  if (read === undefined) return [];
  const parts = read(await readFile(join(root, from), "utf8"));
  return parts.map((part) => ({ ...part, from, path: pathOf(part.address, from) }));
}

/** Where an address leads from a page, without what stands behind ? or #. */
function pathOf(address: string, from: string): string {
  const [path = ""] = address.split(/[?#]/);
  return posix.join(path.startsWith("/") ? "." : posix.dirname(from), path).replace(/^\//, "");
}

function problemOf({ kind, address, from, path }: NamedPart, files: readonly string[]): string[] {
  if (isElsewhere(address)) return [`${from} takes ${address} from elsewhere: put it beside the page`];
  const wanted = kind === "script" ? sourceOf(path) : path;
  return files.includes(wanted) ? [] : [`${from} names ${address}, and there is no ${wanted}`];
}

const sourceOf = (script: string): string => script.replace(/\.js$/, ".ts");

async function bundle(scripts: readonly string[], outbase: string, outdir: string): Promise<void> {
  if (scripts.length === 0) return;
  await runEsbuild("pages", {
    entryPoints: scripts.map((script) => join(outbase, sourceOf(script))),
    ...{ outbase, outdir, bundle: true, platform: "browser", logLevel: "silent" },
    // In a scope of its own, a script is the same whether a page calls it a module or not.
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
  });
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
