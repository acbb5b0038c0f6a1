import { readFileSync } from "node:fs";
import type { OwnWord } from "../vanity/spell-options";

/** What a word means when its line does not say: whatever is shown is explained. */
const NO_DEFINITION = "a word of your own";

/**
 * The words of a file: a word a line and, behind a tab, what it means. Blank lines and lines that begin with # are passed
 * over; accents fold into plain letters.
 * @throws Error with every line that is wrong, or that the file cannot be read
 */
export function readOwnWords(file: string): readonly OwnWord[] {
  const lines = readText(file).split(/\r?\n/);
  const words = new Map<string, OwnWord>();
  const problems: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [text = "", ...rest] = line.split("\t");
    const word = plainLetters(text.trim());
    const definition =
      rest
        .join(" ")
        .replace(/[\s\p{Cc}]+/gu, " ")
        .trim() || NO_DEFINITION;
    if (!/^[a-z]{2,15}$/.test(word))
      problems.push(
        `${file}:${index + 1}: found ${JSON.stringify(text)}; allowed: a word of 2 to 15 letters a to z, with or without accents`,
      );
    else if (!words.has(word)) words.set(word, { word, definition });
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return [...words.values()];
}

/** Keypads have no accents. */
export function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (failure) {
    throw new Error(`Cannot read ${file}: ${failure instanceof Error ? failure.message : failure}`);
  }
}
