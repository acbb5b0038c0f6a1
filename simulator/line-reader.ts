import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Conversation } from "./human-party";

/** A person behind two streams. Lines typed ahead are kept, so that piped input works as typing does. */
export interface LineReader extends Conversation {
  close(): void;
}

/** Reads answers line by line from `input`, and tells and asks on `output`. */
export function openLineReader(input: Readable, output: Writable): LineReader {
  const reader = createInterface({ input, output, terminal: false });
  const typed: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let closed = false;
  reader.on("line", (line) => {
    if (waiting === undefined) typed.push(line);
    else waiting(line);
    waiting = undefined;
  });
  reader.on("close", () => {
    closed = true;
    waiting?.(undefined);
  });
  return {
    tell: (text) => void output.write(`${text}\n`),
    ask(question) {
      output.write(question);
      const line = typed.shift();
      if (line !== undefined || closed) return Promise.resolve(line);
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    close: () => reader.close(),
  };
}
