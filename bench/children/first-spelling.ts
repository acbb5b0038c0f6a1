import { openWordFiles } from "../../src/runtime/vanity/word-files";

/** In a fresh process: opens the words and spells one number, with what three spellings mean. Ends with 1 if it cannot. */
const [wordsPath = "", definitionsPath = "", number = ""] = process.argv.slice(2);
const told = openWordFiles({ wordsPath, definitionsPath }).spell(number).slice(0, 3);
process.exit(
  told.length === 3 && told.every(({ words }) => words.every(({ definition }) => definition)) ? 0 : 1,
);
