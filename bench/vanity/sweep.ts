import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { readDeniedWords } from "../../src/build/vanity/read-denied-words";
import { writeWords } from "./write-words";

/** What a thread is given: every `step`-th of the numbers, from the `first` on. */
export interface SweepPart {
  readonly wordsPath: string;
  readonly definitionsPath: string;
  readonly denied: readonly string[];
  readonly areaCode: string;
  /** How many numbers in all, spread evenly over all last sevens there are. */
  readonly numbers: number;
  readonly first: number;
  readonly step: number;
}

/** What was seen since the last report, or in all. */
export interface SweepReport {
  readonly numbers: number;
  readonly spellings: number;
  /** Sentences. */
  readonly faults: readonly string[];
}

export interface SweepOptions {
  readonly areaCode: string;
  readonly numbers: number;
  /** Where the words and the program of the threads may be put. */
  readonly folder: string;
  readonly onReport: (report: SweepReport) => void;
}

/** Spells numbers on all cores, and reports each that lacks five distinct spellings that dial back and hold nothing denied. */
export async function sweep({ areaCode, numbers, folder, onReport }: SweepOptions): Promise<void> {
  const paths = await writeWords(folder);
  const { denied } = await readDeniedWords();
  const file = await compileWorker(folder);
  const step = availableParallelism();
  const shared = { ...paths, denied: [...denied].filter(isScanned), areaCode, numbers, step };
  const threads = Array.from({ length: step }, (_, first) => run(file, { ...shared, first }, onReport));
  await Promise.all(threads);
}

/** Shorter strings are in too many words, and no spelling is longer. */
const isScanned = ({ length }: string) => length >= 3 && length <= 12;

/** Plain JavaScript in one file: threads take over no loader. */
async function compileWorker(folder: string): Promise<string> {
  const outfile = join(folder, "sweep-worker.cjs");
  const entryPoints = [join(__dirname, "sweep-worker.ts")];
  await build({ entryPoints, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "silent" });
  return outfile;
}

function run(file: string, workerData: SweepPart, onReport: SweepOptions["onReport"]): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData, execArgv: [] });
    worker.on("message", onReport);
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A thread ended with ${code}`))));
  });
}
