import { readFileSync } from "node:fs";
import { openWordFiles } from "../../src/runtime/vanity/word-files";
import { spell } from "../../src/vanity/spell";
import { peerNamed } from "../peers";
import { drawFrom, northAmerican } from "../vanity/random-numbers";

/**
 * In a process of its own, as one file of plain JavaScript, which is how the engine is deployed: prints as JSON what each number
 * took a warm speller, in microseconds.
 */
const TRIES = 3;
const [kind = "", count = "0", first = "", second = ""] = process.argv.slice(2);
const spellNumber =
  kind === "engine" || kind === "explained"
    ? openEngine()
    : peerNamed(kind).make(readFileSync(first, "utf8").split("\n"));
const warm = drawFrom(1);
for (let round = 0; round < Number(count) / 2; round++) spellNumber(northAmerican(warm));
const draw = drawFrom(2);
console.log(JSON.stringify(Array.from({ length: Number(count) }, () => shortest(northAmerican(draw)))));

/** Whether or not it is looked up what the words mean. */
function openEngine() {
  const files = openWordFiles({ wordsPath: first, definitionsPath: second });
  return (number: string) =>
    kind === "explained" ? files.spell(number) : spell(number, { lexicon: files.lexicon });
}

/** The shortest of three times: whatever else the machine does can only add to it. */
function shortest(number: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < TRIES; round++) {
    const started = process.hrtime.bigint();
    spellNumber(number);
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1000);
  }
  return least;
}
