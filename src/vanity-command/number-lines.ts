import { open } from "node:fs/promises";
import type { VanityWorld } from "./vanity-world";

/** A number as somebody wrote it, and where. */
export interface NumberLine {
  readonly text: string;
  /** Such as `numbers.txt:17`. */
  readonly where: string;
}

/** The lines of a file, or of what comes in by a pipe for `-`, as they come. @throws Error that the file cannot be read */
export async function* numberLines(
  file: string,
  { input }: Pick<VanityWorld, "input">,
): AsyncGenerator<NumberLine> {
  let line = 0;
  for await (const text of linesOf(file === "-" ? input : chunksOf(file))) {
    line += 1;
    const number = (line === 1 ? text.replace(/^\uFEFF/, "") : text).trim();
    if (number !== "" && !number.startsWith("#")) yield { text: number, where: `${file}:${line}` };
  }
}

/** More than any number: what is longer is cut, so that a file without line ends fills no memory. */
const LONGEST = 1000;

async function* linesOf(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split("\n");
    rest = (lines.pop() ?? "").slice(0, LONGEST);
    yield* lines;
  }
  if (rest !== "") yield rest;
}

async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(file);
    yield* handle.createReadStream();
  } catch (failure) {
    throw new Error(`Cannot read ${file}: ${failure instanceof Error ? failure.message : failure}`);
  }
}
