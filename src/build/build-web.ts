import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { build } from "esbuild";

/** Where the pages of the console are, and the folder of its Service's assets. */
export interface WebFolders {
  readonly webDir: string;
  readonly outDir: string;
}

/** What the layout of all pages is called. */
const LAYOUT = "layout.html";
/** Below the assets: what pages consist of. */
const WEB = "web";

/**
 * Builds the pages of the console: one `<page>.html` and, if there is one, its `<page>.ts` for each, in the one layout. A page
 * becomes the private asset `/web/<page>.html`, which only a Function can serve, because an asset cannot have headers of its own.
 * Script, style sheet and pictures become public assets with a hash in their names, so that no cache ever mixes two builds. What is in
 * `public/` becomes public assets as it is. Other assets in the output folder stay.
 * @returns the names of what was made, below the output folder
 * @throws Error that names the page and what is wrong with it; what esbuild throws
 * @see https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
export async function buildWeb({ webDir, outDir }: WebFolders): Promise<readonly string[]> {
  const names = await readdir(webDir);
  const pages = names.filter((name) => name.endsWith(".html") && name !== LAYOUT).sort();
  const outWeb = join(outDir, WEB);
  await rm(outWeb, { recursive: true, force: true });
  await mkdir(outWeb, { recursive: true });
  const bundled = await bundle(webDir, outWeb, names, pages);
  const layout = await readFile(join(webDir, LAYOUT), "utf8");
  for (const page of pages) {
    const source = await readFile(join(webDir, page), "utf8");
    const file = page.replace(/\.html$/, ".private.html");
    await writeFile(join(outWeb, file), composePage({ page, source, layout, bundled }));
  }
  const copied = await copyPublic(join(webDir, "public"), outDir);
  const written = (await readdir(outWeb)).map((name) => `${WEB}/${name}`);
  return [...written, ...copied].sort();
}

/** URL by the name of the source file. */
type Bundled = ReadonlyMap<string, string>;

async function bundle(
  webDir: string,
  outdir: string,
  names: readonly string[],
  pages: readonly string[],
): Promise<Bundled> {
  const scripts = pages.map((page) => page.replace(/html$/, "ts")).filter((name) => names.includes(name));
  const styles = names.filter((name) => /\.(css|svg)$/.test(name)).sort();
  const { metafile } = await build({
    entryPoints: [...scripts, ...styles].map((name) => join(webDir, name)),
    entryNames: "[name]-[hash]",
    outdir,
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    loader: { ".svg": "copy" },
    minify: true,
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
  });
  const outputs = Object.entries(metafile.outputs).map(([output, { entryPoint, inputs }]) => {
    const source = entryPoint ?? Object.keys(inputs)[0] ?? output;
    return [basename(source), `/${WEB}/${relative(resolve(outdir), resolve(output))}`] as const;
  });
  return new Map(outputs);
}

interface PageParts {
  /** The file, such as `vanity.html`. */
  readonly page: string;
  /** Begins with `<!-- title: … -->`. */
  readonly source: string;
  readonly layout: string;
  readonly bundled: Bundled;
}

function composePage({ page, source, layout, bundled }: PageParts): string {
  const [, title, main] = /^<!-- title: (.+?) -->\s*(.*)$/s.exec(source) ?? [];
  if (title === undefined || main === undefined)
    throw new Error(`Cannot build ${page}: it does not begin with <!-- title: … -->`);
  const script = bundled.get(page.replace(/html$/, "ts"));
  const parts: Readonly<Record<string, string>> = {
    title,
    main: main.trimEnd(),
    page: page.replace(/\.html$/, ""),
    script: script === undefined ? "" : `<script type="module" src="${script}"></script>`,
  };
  return layout.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => {
    const part = parts[name] ?? bundled.get(name);
    if (part === undefined)
      throw new Error(`Cannot build ${page}: ${LAYOUT} asks for {{${name}}}, which is nothing`);
    return part;
  });
}

async function copyPublic(folder: string, outDir: string): Promise<readonly string[]> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files) await copyFile(join(folder, file), join(outDir, file));
  return files;
}
