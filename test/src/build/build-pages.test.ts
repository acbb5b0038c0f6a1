/** The one layout of the console's pages, and the versions behind what they load. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildPages } from "../../../src/build/build-pages";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-pages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LAYOUT = `<!doctype html><title>{{title}}</title><link rel="stylesheet" href="/a.css">{{script}}<body>{{main}}</body>`;

async function build(files: Readonly<Record<string, string>>): Promise<(file: string) => string> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "web", name)), { recursive: true });
    writeFileSync(join(folder, "web", name), content);
  }
  await buildPages({ webDir: join(folder, "web"), outDir: join(folder, "out") });
  return (file) => readFileSync(join(folder, "out", file), "utf8");
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 10);

test("a page that begins with its title stands in the layout, with its own script if it has one", async () => {
  const read = await build({
    "layout.html": LAYOUT,
    "a.css": "b{}",
    "look.ts": "alert(1)",
    "pages/look.private.html": "<!-- title: Look & see -->\n<p>Hi $& {{there}}</p>\n",
    "pages/still.private.html": "<!-- title: Still --><p>Hm</p>",
  });
  const style = `<link rel="stylesheet" href="/a.css?v=${hash("b{}")}">`;
  const script = `<script type="module" src="/look.js?v=${hash(read("look.js"))}"></script>`;
  expect(read("pages/look.private.html")).toBe(
    `<!doctype html><title>Look & see</title>${style}${script}<body><p>Hi $& {{there}}</p></body>`,
  );
  expect(read("pages/still.private.html")).toContain(`${style}<body><p>Hm</p></body>`);
  expect(existsSync(join(folder, "out/layout.html"))).toBe(false);
});

test("the version changes with the content, and only where the page says none itself", async () => {
  const page = `<link href="a.css"><link href="a.css?mine=1"><script src="b.js"></script>`;
  const first = (await build({ "p.html": page, "a.css": "a{}", "b.ts": "alert(1)" }))("p.html");
  const second = (await build({ "b.ts": "alert(2)" }))("p.html");
  expect(first).toMatch(
    /^<link href="a.css\?v=\w{10}"><link href="a.css\?mine=1"><script src="b.js\?v=\w{10}">/,
  );
  expect(first.slice(0, 40)).toBe(second.slice(0, 40));
  expect(first).not.toBe(second);
});

test("a page with a title and no layout is refused by its name", async () => {
  await expect(build({ "pages/x.html": "<!-- title: X -->" })).rejects.toThrow(
    "Cannot build pages/x.html: it has a title, and there is no layout.html",
  );
});
