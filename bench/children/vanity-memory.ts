import { readFileSync } from "node:fs";
import { openWordFiles } from "../../src/runtime/vanity/word-files";
import { makeMapOfWords } from "../peers/map-of-words";
import { drawFrom, northAmerican } from "../vanity/random-numbers";

/** Prints the bytes that a way to spell numbers keeps in memory, buffers and all, once 1000 numbers were spelled. */
const [kind = "", first = "", second = ""] = process.argv.slice(2);
const before = bytesInUse();
const spell = kind === "engine" ? openEngine() : makeMapOfWords(readFileSync(first, "utf8").split("\n"));
const draw = drawFrom(3);
for (let round = 0; round < 1000; round++) spell(northAmerican(draw));
const after = bytesInUse();
// Used again, or it would be garbage by now.
spell("2123569377");
console.log(after - before);

function openEngine() {
  const files = openWordFiles({ wordsPath: first, definitionsPath: second });
  return (number: string) => files.spell(number);
}

function bytesInUse(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
