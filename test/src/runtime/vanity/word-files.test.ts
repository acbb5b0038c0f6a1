import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWordFiles, type WordFilePaths } from "../../../../src/runtime/vanity/word-files";
import { encodeLexicon } from "../../../../src/vanity/encode-lexicon";

const WORDS = [
  { text: "zero", commonness: 0.8, definition: "nothing, “naught”" },
  { text: "yes", commonness: 0.9, definition: "the opposite of no" },
];
const encoded = encodeLexicon({ words: WORDS, denied: [] });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-word-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written({ words = encoded.words, definitions = encoded.definitions } = {}): WordFilePaths {
  const paths = { wordsPath: join(folder, "words.bin"), definitionsPath: join(folder, "definitions.bin") };
  writeFileSync(paths.wordsPath, words);
  writeFileSync(paths.definitionsPath, definitions);
  return paths;
}

test("spellings come with what their words mean, also in letters of more than a byte", () => {
  expect(openWordFiles(written()).spell("3035559376")[0]).toMatchObject({
    spelling: "303-555-ZERO",
    words: [{ text: "zero", definition: "nothing, “naught”" }],
  });
});

test("the owner's words keep their own meaning, and other options reach the engine", () => {
  const { spell } = openWordFiles(written());
  const ownWords = [{ word: "acme", definition: "our house" }];
  const [first, ...others] = spell("8002263555", { ownWords, count: 3 });
  expect(first?.words).toEqual([{ text: "acme", shown: "ACME", definition: "our house" }]);
  expect(others).toHaveLength(2);
});

test("the files are read once, so that a warm Function does not read them again", () => {
  const paths = written();
  const files = openWordFiles(paths);
  rmSync(folder, { recursive: true });
  expect(openWordFiles({ ...paths })).toBe(files);
  expect(files.spell("3035559376")[0]?.words[0]?.definition).toBe("nothing, “naught”");
});

test("a lexicon tells which one it is", () => {
  expect(openWordFiles(written()).lexicon.fingerprint).toMatch(/^[0-9a-f]{8}$/);
});

describe("what cannot be read is told with its path and what to do", () => {
  const paths = () => written();
  test.each<[string, () => WordFilePaths, string]>([
    [
      "words that are missing",
      () => ({ ...paths(), wordsPath: join(folder, "none.bin") }),
      "none.bin: ENOENT",
    ],
    [
      "meanings that are missing",
      () => ({ ...paths(), definitionsPath: join(folder, "none.bin") }),
      "none.bin: ENOENT",
    ],
    ["words that are none", () => written({ words: new Uint8Array(100) }), "words.bin: Cannot open"],
    [
      "meanings of other words",
      () => written({ definitions: encoded.definitions.slice(1) }),
      "definitions.bin: it has",
    ],
  ])("%s", (_what, given, name) => {
    const open = () => openWordFiles(given());
    expect(open).toThrow(`Cannot read the words in ${join(folder, name)}`);
    expect(open).toThrow(/npm run build/);
  });
});
