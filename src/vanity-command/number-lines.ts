import { type FileHandle, open } from "node:fs/promises";
import type { VanityWorld } from "./vanity-world";

/** A number as somebody wrote it, and where. */
export interface NumberLine {
  readonly text: string;
  /** Such as `numbers.txt:17`. */
  readonly where: string;
}

/**
 * The lines of a file, or of what comes in by a pipe for `-`, as they come.
 * @throws Error that the file cannot be opened, before anything was read; later, that it cannot be read
 */
export async function numberLines(
  file: string,
  { input }: Pick<VanityWorld, "input">,
): Promise<AsyncIterable<NumberLine>> {
  return numbersIn(file, file === "-" ? input : await openFile(file));
}

async function* numbersIn(
  file: string,
  chunks: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<NumberLine> {
  let line = 0;
  for await (const text of linesOf(chunks)) {
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

async function openFile(file: string): Promise<AsyncIterable<Uint8Array>> {
  const unreadable = (failure: unknown) =>
    new Error(`Cannot read ${file}: ${failure instanceof Error ? failure.message : failure}`);
  const handle = await open(file).catch((failure: unknown) => {
    throw unreadable(failure);
  });
  return chunksOf(handle, unreadable);
}

async function* chunksOf(
  handle: FileHandle,
  unreadable: (failure: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  try {
    yield* handle.createReadStream();
  } catch (failure) {
    throw unreadable(failure);
  }
}
