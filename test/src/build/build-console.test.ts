import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildConsole } from "../../../src/build/build-console";
import { buildPages } from "../../../src/build/build-pages";
import { consolePolicy } from "../../../src/build/console-policy";
import { readPolicy } from "../../../src/config/read-policy";

const HANDLER = `export const handler = (_c: unknown, _e: unknown, callback: (e: null, r: string) => void) => callback(null, "ok");`;
const POLICY = {
  owner: { name: "Ann", email: "ann@example.com", phone: "+12125550123" },
  lines: { "+12125550100": { ring: { to: "+12125550123" } } },
  vanity: { words: ["acme"], page: true },
  console: { admins: [{ name: "Ann", phone: "+12125550123" }] },
};
const PAGE = `<!doctype html><link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script>`;
const WEB = {
  "index.html": PAGE,
  "help/index.html": `<link rel=icon href=../icon.svg><script defer src="help.js?v=1"></script>`,
  "page.ts": `import { greet, type Greeting } from "./greet";\nconst words: Greeting = greet();\ndocument.title = words;`,
  "greet.ts": `export type Greeting = string;\nexport const greet = (): Greeting => "spelled out";`,
  "help/help.ts": `import { greet } from "../greet"; alert(greet());`,
  "style.css": `@import "colours.css"; body { background: url("icon.svg#a"), url(data:image/svg+xml;base64,AA), url(#b) }`,
  "colours.css": "",
  "icon.svg": "<svg/>",
  "tsconfig.json": "{}",
  "README.md": "",
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-console-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>, below = ""): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, below, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

const filesIn = (path: string) =>
  readdirSync(join(folder, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, path).length + 1))
    .sort();

const pages = () => buildPages({ webDir: join(folder, "web"), outDir: join(folder, "out") });

test("pages are copied, what they name is bundled for browsers, and no source is shipped", async () => {
  write(WEB, "web");
  const built = await pages();
  const wanted = [
    ...["colours.css", "help/help.js", "help/index.html", "icon.svg", "index.html", "page.js", "style.css"],
  ];
  expect(built).toEqual(wanted);
  expect(filesIn("out")).toEqual(wanted);
  const script = readFileSync(join(folder, "out/page.js"), "utf8");
  expect(script).toContain("spelled out");
  // Valid as a module and as a classic script, which knows neither import nor export.
  expect(() => new Function(script)).not.toThrow();
});

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ["a folder without a page", { "style.css": "" }, /there is none in/],
  [
    "a script of a content delivery network",
    { "a.html": '<script src="https://cdn.example/x.js">' },
    /a\.html takes https:\/\/cdn\.example\/x\.js from elsewhere/,
  ],
  [
    "a stylesheet by the page's own protocol",
    { "a.html": "<link rel=stylesheet href=//cdn.example/x.css>" },
    /from elsewhere/,
  ],
  [
    "a font of another host",
    { "a.html": "", "a.css": 'a{src:url("https://x.example/f.woff2")}' },
    /a\.css takes/,
  ],
  ["a script that is not there", { "a.html": '<script src="x.js">' }, /names x\.js, and there is no x\.ts/],
  ["a stylesheet that is not there", { "s/a.html": '<link href="x.css">' }, /there is no s\/x\.css/],
  [
    "a script that does not compile",
    { "a.html": '<script src="x.js">', "x.ts": "let =" },
    /Cannot build pages:\n.*x\.ts:1:/,
  ],
])("%s is refused", async (_name, files, why) => {
  write(files, "web");
  await expect(pages()).rejects.toThrow(why);
});

test("the console is told nothing of the policy but who may sign in, and how numbers are spelled", () => {
  const told = consolePolicy(readPolicy(JSON.stringify(POLICY), "policy"));
  expect(Object.keys(told).sort()).toEqual(["admins", "country", "timezone", "vanity"]);
  expect(told.admins).toEqual(POLICY.console.admins);
  expect(told.vanity.words).toMatchObject([{ word: "acme" }]);
  const { vanity: _spelling, ...plain } = POLICY;
  expect(consolePolicy(readPolicy(JSON.stringify(plain), "policy")).vanity).toMatchObject({ page: false });
});

test("dist/console is a project of its own for Twilio's tools", async () => {
  write({
    "policy.json": JSON.stringify(POLICY),
    "package.json": '{"name":"x","dependencies":{"twilio":"6.2.0"}}',
  });
  write({ "api/look.ts": HANDLER }, "console/functions");
  write(WEB, "console/web");
  const report = await buildConsole(folder, join(folder, "policy.json"));
  expect(report).toContain("Web console's Functions: 1\n  /api/look  public, ");
  expect(report).toContain("help/index.html");
  expect(filesIn("dist/console/functions")).toEqual(["api/look.js"]);
  expect(filesIn("dist/console/assets")).toContain("console.private.json");
  const read = (name: string) => JSON.parse(readFileSync(join(folder, "dist/console", name), "utf8"));
  expect(read("package.json")).toMatchObject({
    name: "gatehouse-console",
    dependencies: { twilio: "6.2.0" },
  });
  expect(read(".twilioserverlessrc").serviceName).toBe("gatehouse-console");
});

test("a console that cannot be built leaves no assets behind", async () => {
  write({ "policy.json": JSON.stringify(POLICY), "package.json": "{}", "console/functions/a.ts": HANDLER });
  write({ ...WEB, "index.html": '<script src="gone.js">' }, "console/web");
  await expect(buildConsole(folder, join(folder, "policy.json"))).rejects.toThrow("gone.js");
  expect(existsSync(join(folder, "dist/console/assets"))).toBe(false);
});
