import { createInterface } from "node:readline";
import { type Readable, Writable } from "node:stream";
import { Interrupted, type Talk } from "./talk";

/** Talks to the person behind two streams of a terminal. Lines typed ahead, or pasted at once, are kept. */
export function openTalk(input: Readable, output: Writable): Talk {
  const screen = openScreen(output);
  // No history: the arrow keys would bring back a hidden answer.
  const reader = createInterface({ input, output: screen.echo, terminal: true, historySize: 0 });
  const typed: string[] = [];
  let waiting: ((line: string) => void) | undefined;
  reader.on("line", (line) => {
    if (waiting === undefined) typed.push(line);
    else waiting(line);
    waiting = undefined;
  });
  const left = new Promise<never>((_, reject) => {
    reader.on("close", () => reject(new Interrupted()));
  });
  // Who leaves while nobody waits for it is no fault.
  left.catch(() => undefined);
  reader.on("SIGINT", () => reader.close());
  const ask = (question: string): Promise<string> => {
    reader.setPrompt(question);
    reader.prompt();
    const line = typed.shift();
    if (line !== undefined) return Promise.resolve(line);
    return new Promise((resolve) => {
      waiting = resolve;
    });
  };
  return {
    tell: (text) => void output.write(`${text}\n`),
    ask,
    askHidden: (question) => screen.hiding(question, () => ask("")),
    left,
    close: () => reader.close(),
  };
}

/** What readline echoes passes through here, or does not. */
function openScreen(output: Writable) {
  let isHidden = false;
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const hiding = async (question: string, ask: () => Promise<string>): Promise<string> => {
    isHidden = true;
    output.write(question);
    const line = await ask();
    isHidden = false;
    output.write("\n");
    return line;
  };
  return { echo, hiding };
}
