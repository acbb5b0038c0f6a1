import { openSync, readFileSync, readSync, statSync } from "node:fs";
import { unpackDefinition } from "../../vanity/lexicon-layout";
import { type Lexicon, openLexicon } from "../../vanity/open-lexicon";
import { spell } from "../../vanity/spell";
import type { DefinitionRef, SpellOptions } from "../../vanity/spell-options";
import type { Spelling } from "../../vanity/spelling";

/** The two files that `npm run build` makes of the word lists. */
export interface WordFilePaths {
  readonly wordsPath: string;
  readonly definitionsPath: string;
}

/** Words to spell with, and what they mean. */
export interface WordFiles {
  readonly lexicon: Lexicon;
  /** `spell` of the engine, with the definitions read. */
  readonly spell: (number: string, options?: Omit<SpellOptions, "lexicon">) => Spelling[];
}

/** What was opened, for as long as this Function stays warm: Assets change only with a new Build. */
const opened = new Map<string, WordFiles>();

/** Opens the word files by their paths, once. @throws Error naming the file that is missing or does not fit, and what to do */
export function openWordFiles({ wordsPath, definitionsPath }: WordFilePaths): WordFiles {
  const key = `${wordsPath}\n${definitionsPath}`;
  const known = opened.get(key);
  if (known !== undefined) return known;
  const lexicon = at(wordsPath, () => openLexicon(readFileSync(wordsPath)));
  const define = at(definitionsPath, () => definitionsIn(definitionsPath, lexicon));
  const files: WordFiles = {
    lexicon,
    spell: (number, options = {}) =>
      spell(number, { ...options, lexicon }).map((found) => defined(found, define)),
  };
  opened.set(key, files);
  return files;
}

function at<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const found = String(error).replace(/^\w*Error: /, "");
    throw new Error(`Cannot read the words in ${path}: ${found}; make them with \`npm run build\``, {
      cause: error,
    });
  }
}

/** Few of the definitions, which are megabytes, are ever wanted: each is read where it stands, from a file that stays open. */
function definitionsIn(path: string, { definitionBytes }: Lexicon): (ref: DefinitionRef) => string {
  const { size } = statSync(path);
  if (size !== definitionBytes)
    throw new Error(`it has ${size} bytes, not the ${definitionBytes} that belong to the words`);
  const file = openSync(path, "r");
  return (ref) => {
    if (typeof ref === "string") return ref;
    const { offset, length } = unpackDefinition(ref);
    const bytes = Buffer.allocUnsafe(length);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, length, offset));
  };
}

function defined(found: Spelling<DefinitionRef>, define: (ref: DefinitionRef) => string): Spelling {
  return { ...found, words: found.words.map((word) => ({ ...word, definition: define(word.definition) })) };
}
