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
import { join } from "node:path";
import { type AssetsReport, formatAssetsReport } from "../../../src/build/assets-report";
import { compileAssets } from "../../../src/build/compile-assets";
import { readPolicy } from "../../../src/config/read-policy";
import { findContact } from "../../../src/contacts/find-contact";
import type { Policy } from "../../../src/policy/line";
import { parseE164 } from "../../../src/telephony/e164";

const ROOT = join(__dirname, "../../..");
const SAMPLE = join(ROOT, "examples/household/gatehouse.private.json");
const RING = { ring: { to: "+12125550123" } };
let folder: string;
let outDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-assets-"));
  outDir = join(folder, "out");
  mkdirSync(join(folder, "assets"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const output = (name: string) => readFileSync(join(outDir, name), "utf8");
const card = (name: string, number: string) =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:${number}\nEND:VCARD\n`;
const compiled = (): Policy => JSON.parse(output("gatehouse.private.json"));

function write(name: string, text: string): string {
  mkdirSync(join(path(name), ".."), { recursive: true });
  writeFileSync(path(name), text);
  return path(name);
}

const writePolicy = (lines: unknown) => write("assets/gatehouse.private.json", JSON.stringify({ lines }));
const compile = (contactsFile?: string): Promise<AssetsReport> =>
  compileAssets({
    policyFile: path("assets/gatehouse.private.json"),
    outDir,
    assetsDir: path("assets"),
    ...(contactsFile === undefined ? {} : { contactsFile }),
  });

test("compileAssets() compiles the sample household without a problem", async () => {
  const report = await compileAssets({ policyFile: SAMPLE, outDir, assetsDir: join(ROOT, "assets") });
  expect(report.lines).toBe(4);
  expect(report.books.map(({ skipped, duplicates }) => [skipped, duplicates])).toEqual([
    [[], []],
    [[], []],
    [[], []],
  ]);
  expect(readdirSync(outDir).sort()).toEqual(
    expect.arrayContaining([
      "contacts.private.tsv",
      "desk.private.tsv",
      "fallback.xml",
      "gatehouse.private.json",
    ]),
  );
  const { "+12125550100": home, "+12125550101": desk } = compiled().lines;
  expect(home).toMatchObject({ name: "Home", ring: { to: "+12125550123" }, contacts: "/contacts.tsv" });
  expect(desk).toMatchObject({ name: "Office desk", ring: { to: "+12125550124" }, contacts: "/desk.tsv" });
});

test.each(["household", "office"])("compileAssets() leaves out no section of the sample %s", async (name) => {
  const policyFile = join(ROOT, "examples", name, "gatehouse.private.json");
  await compileAssets({ policyFile, outDir, assetsDir: path("assets") });
  const read: object = readPolicy(readFileSync(policyFile, "utf8"), policyFile);
  // The administrators are in an asset of the web console's own.
  const sections = Object.keys(read).filter((key) => !["lineOf", "keyOf", "has", "admins"].includes(key));
  expect(Object.keys(compiled()).sort()).toEqual(sections.sort());
});

test("compileAssets() gives the sample's lines their own address books", async () => {
  await compileAssets({ policyFile: SAMPLE, outDir, assetsDir: path("assets") });
  const bo = parseE164("+12125550140", "US");
  if (bo === undefined) throw new TypeError("no number");
  expect(findContact(output("contacts.private.tsv"), bo)).toBe("Bo Example");
  expect(findContact(output("desk.private.tsv"), bo)).toBeUndefined();
});

test("compileAssets() makes one index of a file that two lines share, by whatever path", async () => {
  write("assets/friends.vcf", card("Ann", "2125550142"));
  symlinkSync(path("assets/friends.vcf"), path("assets/link.vcf"));
  writePolicy({
    "+12125550100": { ...RING, contacts: "friends.vcf" },
    "+12125550101": { ...RING, contacts: "../assets/friends.vcf" },
    "+12125550102": { ...RING, contacts: "link.vcf" },
  });
  const { books } = await compile();
  expect(books).toHaveLength(1);
  expect(Object.values(compiled().lines).map(({ contacts }) => contacts)).toEqual(
    Array(3).fill("/friends.tsv"),
  );
});

test("compileAssets() tells apart two files of one name, and an asset that has it already", async () => {
  write("assets/a/book.vcf", card("Ann", "2125550142"));
  write("assets/b/Book.private.vcf", card("Bo", "2125550143"));
  write("assets/book.private.tsv", "mine");
  writePolicy({
    "+12125550100": { ...RING, contacts: "a/book.vcf" },
    "+12125550101": { ...RING, contacts: "b/Book.private.vcf" },
  });
  await compile();
  expect(Object.values(compiled().lines).map(({ contacts }) => contacts)).toEqual([
    "/book-2.tsv",
    "/book-3.tsv",
  ]);
  expect(output("book.private.tsv")).toBe("mine");
  expect(output("book-3.private.tsv")).toBe("+12125550143\tBo\n");
});

test("compileAssets() takes one address book for all lines when told so", async () => {
  writePolicy({ "+12125550100": { ...RING, contacts: "missing.vcf" }, "+12125550101": RING });
  await compile(write("other.vcf", card("Cleo", "2125550144")));
  expect(output("other.private.tsv")).toBe("+12125550144\tCleo\n");
  expect(Object.values(compiled().lines).map(({ contacts }) => contacts)).toEqual([
    "/other.tsv",
    "/other.tsv",
  ]);
});

test("compileAssets() finds the default address book beside the policy, and does without it", async () => {
  writePolicy({ "+12125550100": RING });
  const without = await compile();
  expect(without.books).toMatchObject([{ file: undefined, numbers: 0 }]);
  expect(formatAssetsReport(without)).toContain("every caller is a stranger");
  expect(output("no-contacts.private.tsv")).toBe("\n");
  write("assets/contacts.private.vcf", card("Ann", "2125550142"));
  expect((await compile()).books).toMatchObject([{ asset: "/contacts.tsv", contacts: 1, numbers: 1 }]);
});

test("compileAssets() copies other assets, and never the policy, people's numbers or a hidden file", async () => {
  write("assets/contacts.private.vcf", card("Ann", "2125550142"));
  write("assets/my-friends", card("Bo", "2125550143"));
  for (const name of [
    "old.vcf",
    "lists/Family.CSV",
    "whitelistnumbers.private.json",
    "gatehouse-backup-2026-01-05.json",
    "prompts/.keep",
    ".DS_Store",
    "gatehouse.json",
    "fallback.xml",
    "prompts/a.mp3",
  ])
    write(`assets/${name}`, name);
  writePolicy({ "+12125550100": RING, "+12125550101": { ...RING, contacts: "my-friends" } });
  const { copied } = await compile();
  expect(copied).toEqual(["fallback.xml", "prompts/a.mp3"]);
  const files = readdirSync(outDir, { recursive: true, encoding: "utf8" }).sort();
  expect(files).toEqual([
    "contacts.private.tsv",
    "fallback.xml",
    "gatehouse.private.json",
    "my-friends.private.tsv",
    "prompts",
    "prompts/a.mp3",
  ]);
  expect(output("prompts/a.mp3")).toBe("prompts/a.mp3");
});

test.each<[string, object]>([
  ["a line tells callers what their numbers spell", { rules: ["vanity"] }],
  ["there is a section vanity", { vanity: {} }],
  ["a choice of a menu does", { office: { menu: [{ key: "1", name: "Spelling", to: "vanity" }] } }],
])("compileAssets() puts words to spell with among the Assets where %s", async (_where, added) => {
  const { rules, ...sections } = { rules: ["blocklist"], ...added };
  const lines = { "+12125550100": { ...RING, rules } };
  write("assets/gatehouse.private.json", JSON.stringify({ lines, ...sections }));
  const report = await compile();
  expect(readdirSync(join(outDir, "vanity")).sort()).toEqual([
    "NOTICE.private.txt",
    "definitions.private.bin",
    "words.private.bin",
  ]);
  expect(formatAssetsReport(report)).toMatch(/^Words that numbers are spelled with: \d\d,\d{3}$/m);
});

test("compileAssets() leaves them out where no number is spelled", async () => {
  writePolicy({ "+12125550100": RING });
  expect(formatAssetsReport(await compile())).not.toContain("Words");
  expect(existsSync(join(outDir, "vanity"))).toBe(false);
});

test("compileAssets() leaves nothing stale, even when it fails", async () => {
  write("out/stale.txt", "old");
  writePolicy({ "+12125550100": RING });
  await compile();
  expect(existsSync(join(outDir, "stale.txt"))).toBe(false);
  writePolicy({});
  await expect(compile()).rejects.toThrow("at least one line");
  expect(existsSync(outDir)).toBe(false);
});

test("compileAssets() names every address book that is missing, once", async () => {
  const policy = writePolicy({
    "(212) 555-0100": { ...RING, contacts: "a.vcf" },
    "+12125550101": { ...RING, contacts: "b.vcf" },
    "+12125550102": RING,
  });
  await expect(compile()).rejects.toMatchObject({
    name: "ConfigurationError",
    problems: [
      { file: policy, line: 1, path: 'lines["(212) 555-0100"].contacts', found: '"a.vcf"' },
      { file: policy, line: 1, path: 'lines["+12125550101"].contacts', found: '"b.vcf"' },
    ],
  });
  await expect(compile(path("c.vcf"))).rejects.toMatchObject({
    problems: [{ file: path("c.vcf"), found: "no such file" }],
  });
});

test("compileAssets() says when there is no policy", async () => {
  await expect(compile()).rejects.toThrow(`${path("assets/gatehouse.private.json")}: found no such file`);
});

test.each(["", "assets", "assets/out", "."])(
  "compileAssets() never empties a folder with sources in it: %j",
  async (name) => {
    const policyFile = writePolicy({ "+12125550100": RING });
    const out = name === "." ? process.cwd() : path(name);
    await expect(compileAssets({ policyFile, outDir: out, assetsDir: path("assets") })).rejects.toThrow(
      "holds sources",
    );
    expect(existsSync(policyFile)).toBe(true);
  },
);

test("formatAssetsReport() tells what was left out, and where", async () => {
  write(
    "assets/contacts.private.vcf",
    `${card("Ann", "2125550142")}${card("Bo", "911")}${card("Cleo", "2125550142")}`,
  );
  writePolicy({ "+12125550100": RING });
  const text = formatAssetsReport(await compile());
  expect(text).toContain("3 contacts, 1 number, 1 duplicate, 1 skipped");
  expect(text).toContain('contacts.private.vcf:9: "911" is not a full telephone number');
  expect(text).toContain('contacts.private.vcf:14: +12125550142 is there already, as "Ann"');
});
