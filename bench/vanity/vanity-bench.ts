import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { collectWords } from "../../src/build/vanity/collect-words";
import { openWordFiles, type WordFilePaths, type WordFiles } from "../../src/runtime/vanity/word-files";
import { spell } from "../../src/vanity/spell";
import { PEERS } from "../peers";
import type { Peer } from "../peers/peer";
import type { Workbench } from "../workbench";
import type { ShownSpelling } from "./denied-in";
import { writeWords } from "./write-words";

/** What the figures about vanity numbers are measured on: the engine and its peers, all with the same words. */
export interface VanityBench {
  readonly paths: WordFilePaths;
  readonly files: WordFiles;
  /** The words, the commonest first, a line each. */
  readonly listPath: string;
  readonly denied: readonly string[];
  readonly spellers: readonly Speller[];
}

/** Somebody who spells numbers. */
export interface Speller {
  readonly name: string;
  /** How many numbers can be waited for; fewer in a quick run. */
  readonly patience: number;
  readonly spell: (number: string) => readonly ShownSpelling[];
}

/** The engine is the first of the spellers. */
export const ENGINE = "this engine";
export const ENGINE_PATIENCE = 20_000;

const opened = new WeakMap<Workbench, Promise<VanityBench>>();

/** Makes the words once for all figures. Rejects with what the build rejects with. */
export function openVanityBench(bench: Workbench): Promise<VanityBench> {
  const known = opened.get(bench) ?? open(bench);
  opened.set(bench, known);
  return known;
}

async function open({ folder, quick }: Workbench): Promise<VanityBench> {
  const paths = await writeWords(folder);
  const { words, denied } = await collectWords();
  const list = [...words].sort((a, b) => b.commonness - a.commonness).map(({ text }) => text);
  const listPath = join(folder, "words.txt");
  await writeFile(listPath, list.join("\n"));
  const files = openWordFiles(paths);
  const patience = (numbers: number) => Math.ceil(numbers / (quick ? 10 : 1));
  return {
    ...{ paths, files, listPath, denied },
    spellers: [
      {
        name: ENGINE,
        patience: patience(ENGINE_PATIENCE),
        spell: (number) => spell(number, { lexicon: files.lexicon }),
      },
      ...Object.values(PEERS).map((peer) => {
        return { name: peer.name, patience: patience(peer.patience), spell: shown(peer.make(list)) };
      }),
    ],
  };
}

function shown(peer: Peer): Speller["spell"] {
  return (number) =>
    peer(number).map(({ spelling, words }) => ({
      spelling,
      words: words.map((text) => ({ text, shown: text.toUpperCase() })),
    }));
}

/** The words that `listPath` names. */
export const readWordList = (path: string): string[] => readFileSync(path, "utf8").split("\n");
