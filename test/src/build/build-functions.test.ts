import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildFunctions } from "../../../src/build/build-functions";

const HANDLER = `export const handler = (_c: unknown, _e: unknown, callback: (e: null, r: string) => void) => callback(null, "ok");`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const build = () =>
  buildFunctions({ functionsDir: join(folder, "functions"), outDir: join(folder, "dist", "functions") });

function built(): string[] {
  const names = readdirSync(join(folder, "dist"), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name);
}

// Visibility by name: https://www.twilio.com/docs/labs/serverless-toolkit/developing#visibility-of-functions-and-assets
test("buildFunctions() makes one file a Function, with its visibility", async () => {
  write({
    "functions/a.ts": HANDLER,
    "functions/b/c.protected.ts": `import { word } from "../../shared"; ${HANDLER} console.log(word);`,
    "functions/d.private.ts": HANDLER,
    "functions/e.d.ts": "export {};",
    "shared.ts": `export const word = "shared";`,
  });
  const { files } = await build();
  expect(files.map(({ file, path, access }) => [file, path, access])).toEqual([
    ["a.js", "/a", "public"],
    ["b/c.protected.js", "/b/c", "protected"],
    ["d.private.js", "/d", "private"],
  ]);
  expect(files.every(({ bytes }) => bytes > 100)).toBe(true);
  expect(readFileSync(join(folder, "dist/functions/b/c.protected.js"), "utf8")).toContain("shared");
});

test("buildFunctions() keeps names of functions, for stack traces", async () => {
  write({
    "functions/a.ts": `function decideWhatToDo() { throw new Error("x"); } ${HANDLER} export { decideWhatToDo };`,
  });
  await build();
  expect(readFileSync(join(folder, "dist/functions/a.js"), "utf8")).toContain("function decideWhatToDo(");
});

// The cloud installs `twilio` itself, and recognises TwiML objects of that copy only.
test("buildFunctions() leaves the helper library outside, but for its TwiML builder", async () => {
  symlinkSync(join(__dirname, "../../../node_modules"), join(folder, "node_modules"));
  write({
    "functions/a.ts": `import twilio from "twilio"; import VoiceResponse from "twilio/lib/twiml/VoiceResponse";
      import { validateRequest } from "twilio/lib/webhooks/webhooks";
      export const handler = (_c: unknown, _e: unknown, callback: (e: null, r: unknown) => void) =>
        callback(null, [new VoiceResponse().toString(), typeof twilio, typeof validateRequest]);`,
  });
  await build();
  const file = join(folder, "dist/functions/a.js");
  const required = [...readFileSync(file, "utf8").matchAll(/require\("(twilio[^"]*)"\)/g)].map(
    ([, name]) => name,
  );
  expect(required).toEqual(["twilio", "twilio/lib/webhooks/webhooks"]);
  const script = `require(${JSON.stringify(file)}).handler({}, {}, (_, r) => console.log(r[0]))`;
  const said = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" });
  expect(said).toContain("<Response/>");
});

describe("what goes wrong is said", () => {
  test("no folder", async () => {
    await expect(build()).rejects.toThrow(`there is no folder ${join(folder, "functions")}`);
  });

  test("no Function", async () => {
    write({ "functions/readme.md": "nothing yet" });
    await expect(build()).rejects.toThrow("there is none in");
  });

  test("Functions without a handler, all of them", async () => {
    write({
      "functions/a.ts": "export const handle = 1;",
      "functions/b.ts": "void 0;",
      "functions/c.ts": HANDLER,
    });
    const failure = await build().catch((error: Error) => error.message);
    expect(failure).toMatch(/functions\/a\.ts exports no handler\n.*functions\/b\.ts exports no handler$/);
  });

  test("two files for one path, as the toolkit refuses to deploy them", async () => {
    write({ "functions/a.ts": HANDLER, "functions/a.protected.ts": HANDLER });
    await expect(build()).rejects.toThrow("a.ts and a.protected.ts are both /a");
  });

  test("what does not compile, with file and line", async () => {
    write({ "functions/a.ts": `${HANDLER}\nimport { gone } from "./gone";\nconsole.log(gone);` });
    await expect(build()).rejects.toThrow(/functions\/a\.ts:2:\d+: Could not resolve "\.\/gone"/);
  });
});

describe("what is there afterwards", () => {
  test("nothing of a Function that is gone", async () => {
    write({ "functions/a.ts": HANDLER, "functions/b.ts": HANDLER });
    await build();
    rmSync(join(folder, "functions/a.ts"));
    await build();
    expect(built()).toEqual(["b.js"]);
  });

  test("nothing at all, when a build fails", async () => {
    write({ "functions/a.ts": HANDLER });
    await build();
    write({ "functions/b.ts": "syntax error" });
    await expect(build()).rejects.toThrow();
    expect(existsSync(join(folder, "dist/functions"))).toBe(false);
    expect(built()).toEqual([]);
  });
});
