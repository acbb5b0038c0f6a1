import { distance } from "fastest-levenshtein";

/** ` (did you mean "…"?)` when one of the words is near enough to be meant, else nothing. */
export function didYouMean(written: unknown, words: readonly string[]): string {
  if (typeof written !== "string" || written.length > 100) return "";
  const ranked = words.map((word) => ({ word, steps: distance(written.toLowerCase(), word.toLowerCase()) }));
  const [nearest] = ranked.sort((a, b) => a.steps - b.steps);
  const isNear = nearest !== undefined && nearest.steps <= mistakesIn(nearest.word);
  return isNear ? ` (did you mean "${nearest.word}"?)` : "";
}

/** A word of which nothing is left is another word. */
function mistakesIn(word: string): number {
  return Math.min(word.length - 1, Math.max(2, Math.floor(word.length / 3)));
}
