import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What the value of an attribute may be. */
export type ValueKind = "string" | "number" | "boolean" | { oneOf: string[] } | { listOf: ValueKind };

/** An element where it is allowed: the class that says what it may hold, its attributes, whether it holds text. */
export interface ElementGrammar {
  className: string;
  attributes: Record<string, ValueKind>;
  text: boolean;
}

/** For each class of Twilio's TwiML builder, the elements that may stand inside. `VoiceResponse` is the root. */
export type TwimlGrammar = Record<string, Record<string, ElementGrammar>>;

/** Raise it whenever the derivation changes, so that grammars kept on disk are derived anew. */
const DERIVATION = 1;

/** The folder of the installed `twilio` package. */
const TWILIO = dirname(require.resolve("twilio/package.json"));

/**
 * The grammar of the installed `twilio` package, from the copy kept on disk: deriving it loads the TypeScript compiler,
 * which no command should pay each time it starts.
 * @param cache folder of the copies, one for each version of the package
 */
export function loadTwimlGrammar(cache: string = join(TWILIO, "../.cache/gatehouse")): TwimlGrammar {
  const { version }: { version: string } = JSON.parse(readFileSync(join(TWILIO, "package.json"), "utf8"));
  const file = join(cache, `twiml-grammar-${version}-${DERIVATION}.json`);
  return readKept(file) ?? keep(file, derive());
}

function readKept(file: string): TwimlGrammar | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** A folder that cannot be written only costs time. */
function keep(file: string, grammar: TwimlGrammar): TwimlGrammar {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(grammar));
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
  return grammar;
}

function derive(): TwimlGrammar {
  // Loaded only when needed, since it loads the compiler.
  const { deriveTwimlGrammar }: typeof import("./twiml-derivation") = require("./twiml-derivation");
  const base = join(TWILIO, "lib/twiml/VoiceResponse");
  return deriveTwimlGrammar(readFileSync(`${base}.js`, "utf8"), readFileSync(`${base}.d.ts`, "utf8"));
}
