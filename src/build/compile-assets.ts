import { mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { ConfigurationError } from "../config/problem";
import { readPolicy, type UncompiledPolicy } from "../config/read-policy";
import type { Policy } from "../policy/line";
import type { AssetsReport } from "./assets-report";
import { type CompiledBook, compileBook } from "./compile-book";
import { type AddressBooks, findAddressBooks } from "./find-address-books";
import { nameBooks } from "./name-books";
import { copyAssets, listOtherAssets } from "./other-assets";
import { needsWords } from "./vanity/needs-words";
import { writeVanityAssets } from "./vanity/write-vanity-assets";
import { writeSounds } from "./write-sounds";

/** Where {@link compileAssets} finds what it compiles, and where it puts it. */
export interface AssetSources {
  readonly policyFile: string;
  /** Takes the place of every line's address book. */
  readonly contactsFile?: string;
  /** Replaced as a whole. */
  readonly outDir: string;
  /** Its other files are copied. Default: `assets` in the working directory. */
  readonly assetsDir?: string;
}

/** Everything that goes into the output folder, made before any of it is written. */
interface Assets {
  readonly policy: Policy;
  readonly books: readonly CompiledBook[];
  readonly others: readonly string[];
}

/**
 * Compiles the Assets that are deployed: the policy with its defaults, a number index for each distinct address book,
 * the words that numbers are spelled with where any are, and whatever else stands in the assets folder. The owner's own policy and address books are never among them. The
 * output folder is gone when something is wrong.
 *
 * @throws ConfigurationError with everything that is wrong with the policy, or with its address books
 * @throws Error naming an npm package that is missing, and what to do
 */
export async function compileAssets(sources: AssetSources): Promise<AssetsReport> {
  const { policyFile, outDir, assetsDir = "assets" } = sources;
  refuseToErase(outDir, [policyFile, assetsDir, sources.contactsFile ?? policyFile]);
  await rm(outDir, { recursive: true, force: true });
  const { policy, books, others } = await prepare(sources, assetsDir);
  await mkdir(outDir, { recursive: true });
  await copyAssets(others, assetsDir, outDir);
  const sounds = await writeSounds(others, outDir);
  for (const { index, report } of books) await writeFile(join(outDir, fileOf(report.asset)), index);
  await writeFile(join(outDir, "gatehouse.private.json"), JSON.stringify(policy));
  const vanity = needsWords(policy) ? await writeVanityAssets(outDir) : undefined;
  const reports = books.map(({ report }) => report);
  return {
    policyFile,
    outDir,
    lines: Object.keys(policy.lines).length,
    books: reports,
    words: vanity?.words,
    copied: [...others, ...sounds],
  };
}

async function prepare(sources: AssetSources, assetsDir: string): Promise<Assets> {
  const { policyFile } = sources;
  const policy = readPolicy(await readText(policyFile), policyFile);
  const { files, problems } = await findAddressBooks(policy, sources);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const inUse = [await realpath(policyFile), ...files.values()].filter((file) => file !== undefined);
  const others = await listOtherAssets(assetsDir, inUse);
  const taken = others.map((path) => path.replace(/(?:\.private|\.protected)?\.tsv$/, ""));
  const assets = new Map(
    [...nameBooks([...files.values()], taken)].map(([file, name]) => [file, `/${name}.tsv`]),
  );
  const { country } = policy;
  const books = await Promise.all([...assets].map(([file, asset]) => compileBook({ file, asset, country })));
  return { policy: withIndexes(policy, files, assets), books, others };
}

/** The policy as the Functions read it: each line's address book is its number index. */
function withIndexes(
  { country, timezone, owner, lines, home, office, reputation, vanity }: UncompiledPolicy,
  files: AddressBooks["files"],
  assets: ReadonlyMap<string | undefined, string>,
): Policy {
  const compiled = Object.values(lines).map((line) => {
    const contacts = assets.get(files.get(line.number)) ?? "";
    return [line.number, { ...line, contacts }] as const;
  });
  return {
    ...{ country, timezone, owner, lines: Object.fromEntries(compiled) },
    ...(home && { home }),
    ...(office && { office }),
    ...(reputation && { reputation }),
    ...(vanity && { vanity }),
  };
}

/** `/contacts.tsv` is the private asset `contacts.private.tsv`. */
function fileOf(asset: string): string {
  return asset.slice(1).replace(/\.tsv$/, ".private.tsv");
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => {
    throw new ConfigurationError([{ file, found: "no such file", allowed: "a policy file that exists" }]);
  });
}

/** The output folder is erased: nothing that is compiled, nor the project itself, may be in it. */
function refuseToErase(outDir: string, sources: readonly string[]): void {
  const lost = [".", ...sources].find((source) => isWithin(outDir, source));
  const isInAssets = sources[1] !== undefined && isWithin(sources[1], outDir);
  if (lost === undefined && !isInAssets) return;
  throw new ConfigurationError([
    { file: outDir, allowed: "another output folder: this one holds sources, and would be erased" },
  ]);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
