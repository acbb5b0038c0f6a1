import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, posix, relative, resolve, sep } from "node:path";
import { composePage, LAYOUT } from "./compose-page";
import { isElsewhere, type PagePart, pageParts, stampParts, styleParts } from "./page-parts";
import { runEsbuild } from "./run-esbuild";

/** Where the pages are, and where what browsers get of them goes. */
export interface PageFolders {
  readonly webDir: string;
  readonly outDir: string;
}

/** What is shipped as it is; the scripts are bundled, and no other file is a browser's. */
const COPIED = [".css", ".svg", ".png", ".jpg", ".ico", ".woff2", ".txt", ".webmanifest"];

/**
 * Builds web pages: those that begin with a title stand in the one layout; each script that a page names, `x.js`, is bundled
 * from `x.ts` beside it; stylesheets and pictures are copied. What a page names gets a version of its content behind its
 * address: an Asset may be kept by caches, how long is not ours to say. Nothing comes from another host, and no source is shipped.
 * @returns the files, relative to the output folder
 * @throws one error that lists every problem: no page, a file that a page names and that is not there, or is elsewhere
 */
export async function buildPages({ webDir, outDir }: PageFolders): Promise<readonly string[]> {
  const root = resolve(webDir);
  const files = await listFiles(root);
  const pages = await readPages(root, files);
  if (pages.size === 0) throw new Error(`Cannot build pages: there is none in ${root}`);
  const parts = (await Promise.all(files.map((file) => readParts(root, file, pages)))).flat();
  const problems = parts.flatMap((part) => problemOf(part, files));
  if (problems.length > 0) throw new Error(`Cannot build pages:\n  ${problems.join("\n  ")}`);
  const scripts = [...new Set(parts.filter(({ kind }) => kind === "script").map(({ path }) => path))].sort();
  await bundle(scripts, root, resolve(outDir));
  const copied = files.filter((file) => COPIED.includes(extname(file)));
  for (const file of copied) await copy(join(root, file), join(outDir, file));
  const versions = await versionsOf([...copied, ...scripts], outDir);
  for (const [file, html] of pages) await write(join(outDir, file), stampedPage(file, html, versions));
  return [...copied, ...scripts, ...pages.keys()].sort();
}

/** Every page in its final form but for versions, by its file. */
async function readPages(root: string, files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = (file: string) => readFile(join(root, file), "utf8");
  const layout = files.includes(LAYOUT) ? await read(LAYOUT) : undefined;
  const names = files.filter((file) => file.endsWith(".html") && basename(file) !== LAYOUT);
  const pages = names.map(async (file) => {
    return [file, composePage({ file, source: await read(file), layout }, files)] as const;
  });
  return new Map(await Promise.all(pages));
}

async function versionsOf(files: readonly string[], outDir: string): Promise<ReadonlyMap<string, string>> {
  const versions = files.map(async (file) => {
    const content = await readFile(join(outDir, file));
    return [file, createHash("sha256").update(content).digest("hex").slice(0, 10)] as const;
  });
  return new Map(await Promise.all(versions));
}

function stampedPage(file: string, html: string, versions: ReadonlyMap<string, string>): string {
  return stampParts(html, (address) => versions.get(pathOf(address, file)));
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

async function readParts(
  root: string,
  from: string,
  pages: ReadonlyMap<string, string>,
): Promise<NamedPart[]> {
  const styles = from.endsWith(".css") ? styleParts(await readFile(join(root, from), "utf8")) : [];
  const parts = [...pageParts(pages.get(from) ?? ""), ...styles];
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

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
