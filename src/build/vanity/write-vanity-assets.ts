import { existsSync } from "node:fs";
import { copyFile, mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeLexicon } from "../../vanity/encode-lexicon";
import { HEADER, HEADER_BYTES } from "../../vanity/lexicon-layout";
import { keptBuild } from "../kept-build";
import { collectWords } from "./collect-words";
import { writeNotice } from "./write-notice";

/** The files of the folder `vanity`: the private Assets `/vanity/words.bin`, `/vanity/definitions.bin` and `/vanity/NOTICE.txt`. */
export const VANITY_FILES = ["words.private.bin", "definitions.private.bin", "NOTICE.private.txt"] as const;

/** Everything of the project that decides what is in them. */
export const VANITY_SOURCES = [
  "src/build/vanity",
  "src/telephony/keypad.ts",
  ...[
    "check-contents",
    "encode-definitions",
    "encode-lexicon",
    "grow-tree",
    "lexicon-entry",
    "lexicon-layout",
    "pair-key",
  ].map((name) => `src/vanity/${name}.ts`),
];

/** What of the lexicon was written. */
export interface VanityReport {
  /** How many words numbers may be spelled with. */
  readonly words: number;
}

/** Whoever builds again in the same process need not look whether the sources have changed. */
let kept: Promise<string | undefined> | undefined;

/**
 * Puts the folder `vanity`, with the words that numbers are spelled with, what they mean and the licences of both, into a
 * folder of Assets. Whichever Service spells numbers needs it: `await writeVanityAssets(outDir)` once its other Assets are
 * written. It takes seconds to make, the same bytes each time, and is kept below `node_modules/.cache` where that can be
 * written to.
 * @throws Error naming the npm package that is missing, and what to do
 */
export async function writeVanityAssets(outDir: string): Promise<VanityReport> {
  const folder = join(outDir, "vanity");
  const made = await keptAssets();
  if (made === undefined) await makeVanityAssets(folder);
  else await copyInto(folder, made);
  return { words: await countWords(join(folder, VANITY_FILES[0])) };
}

/** @returns undefined where nothing can be kept */
async function keptAssets(): Promise<string | undefined> {
  try {
    kept ??= findKept();
    const made = await kept;
    if (made === undefined || existsSync(made)) return made;
    // `npm ci` clears it away, also while this process goes on.
    kept = findKept();
    return await kept;
  } catch (failure) {
    // Whatever was missing may be there the next time.
    kept = undefined;
    throw failure;
  }
}

const findKept = () => keptBuild({ kind: "vanity", sources: VANITY_SOURCES, build: makeVanityAssets });

/** Makes the files of the folder, from the npm packages. */
export async function makeVanityAssets(folder: string): Promise<void> {
  const { words, definitions } = encodeLexicon(await collectWords());
  const notice = await writeNotice();
  await mkdir(folder, { recursive: true });
  const contents = [words, definitions, notice];
  await Promise.all(VANITY_FILES.map((name, at) => writeFile(join(folder, name), contents[at] ?? "")));
}

/** Copies, not links: who writes over an Asset must not write over what is kept. */
async function copyInto(folder: string, made: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(VANITY_FILES.map((name) => copyFile(join(made, name), join(folder, name))));
}

async function countWords(file: string): Promise<number> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES);
    return buffer.readUInt32LE(4 * HEADER.words);
  } finally {
    await handle.close();
  }
}
