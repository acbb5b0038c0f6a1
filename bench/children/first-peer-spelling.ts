import { readFileSync } from "node:fs";
import { makeBruteForce } from "../peers/brute-force";
import { makeExpressionScan } from "../peers/expression-scan";
import { makeMapOfWords } from "../peers/map-of-words";

/** In a fresh process: reads the list of words, prepares one of the peers and spells one number, without definitions. */
const MAKERS = { map: makeMapOfWords, brute: makeBruteForce, expressions: makeExpressionScan };
const [kind = "", listPath = "", number = ""] = process.argv.slice(2);
const make = kind === "brute" ? MAKERS.brute : kind === "expressions" ? MAKERS.expressions : MAKERS.map;
const peer = make(readFileSync(listPath, "utf8").split("\n"));
process.exitCode = peer(number).length > 0 ? 0 : 1;
