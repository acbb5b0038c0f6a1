import { readFileSync } from "node:fs";
import { peerNamed } from "../peers";

/** In a fresh process: reads the list of words, prepares one of the peers and spells one number, without definitions. */
const [kind, listPath = "", number = ""] = process.argv.slice(2);
const peer = peerNamed(kind).make(readFileSync(listPath, "utf8").split("\n"));
process.exitCode = peer(number).length > 0 ? 0 : 1;
