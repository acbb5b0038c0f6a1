/** What a spelling shows: what stands between hyphens, and the words among it. */
export interface ShownSpelling {
  readonly spelling: string;
  readonly words: readonly { readonly shown: string }[];
}

/** The strings that a spelling could be read to hold though they are denied. */
export type Scan = (shown: ShownSpelling) => readonly string[];

/** A letter, and how often it stands there in a row. */
interface Run {
  readonly letter: string;
  readonly times: number;
  /** Where it begins and ends in what is shown. */
  readonly from: number;
  readonly to: number;
}

const READ_AS: Readonly<Record<string, string>> = { 0: "o", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b" };

/**
 * A scan for denied strings of its own kind, to check the engine's filter: letters in a row count as one or more, and digits as
 * the letters that they look like. What lies within one word is the word's own affair, unless it is all of it; and so is
 * what digits alone give: they are the caller's number.
 */
export function scanFor(denied: readonly string[]): Scan {
  const bySkeleton = new Map<string, string[]>();
  for (const text of denied) {
    const skeleton = text.replace(/(.)\1+/g, "$1");
    bySkeleton.set(skeleton, [...(bySkeleton.get(skeleton) ?? []), text]);
  }
  return (shown) => {
    const text = shown.spelling.replaceAll("-", "").toLowerCase();
    const readings = ["i", "l"].map((one) => text.replace(/\d/g, (digit) => READ_AS[digit] ?? one));
    const distinct = text.includes("1") ? readings : readings.slice(0, 1);
    return distinct.flatMap((reading) => hits({ runs: runsOf(reading), text, shown }, bySkeleton));
  };
}

interface Subject {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly shown: ShownSpelling;
}

function hits(subject: Subject, bySkeleton: ReadonlyMap<string, readonly string[]>): string[] {
  const { runs } = subject;
  const found: string[] = [];
  for (let first = 0; first < runs.length; first++) {
    let skeleton = "";
    for (let last = first; last < Math.min(runs.length, first + 12); last++) {
      skeleton += runs[last]?.letter;
      const taken = runs.slice(first, last + 1);
      for (const text of bySkeleton.get(skeleton) ?? [])
        if (fits(text, taken) && !isExcused(subject, taken, text)) found.push(text);
    }
  }
  return found;
}

/** Each letter stands there as often as the denied string has it, or oftener. */
function fits(denied: string, taken: readonly Run[]): boolean {
  const wanted = runsOf(denied);
  return taken.every(({ times }, index) => times >= (wanted[index]?.times ?? 0));
}

function isExcused({ text, shown }: Subject, taken: readonly Run[], denied: string): boolean {
  const [from, to] = [taken[0]?.from ?? 0, taken.at(-1)?.to ?? 0];
  if (!/[a-z]/.test(text.slice(from, to))) return true;
  return shown.words.some((word) => {
    const letters = word.shown.toLowerCase();
    return !/\d/.test(letters) && letters !== denied && isWithin(text, letters, { from, to });
  });
}

/** Whether a word stands somewhere in the text around these places. */
function isWithin(text: string, word: string, { from, to }: { from: number; to: number }): boolean {
  let start = text.indexOf(word);
  while (start !== -1 && start <= from) {
    if (to <= start + word.length) return true;
    start = text.indexOf(word, start + 1);
  }
  return false;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: run, index } of text.matchAll(/(.)\1*/g))
    runs.push({ letter: run.charAt(0), times: run.length, from: index, to: index + run.length });
  return runs;
}
