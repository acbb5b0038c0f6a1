/** What a spelling shows: what stands between hyphens, and the words among it. */
export interface ShownSpelling {
  readonly spelling: string;
  readonly words: readonly { readonly text: string; readonly shown: string }[];
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

const READ_AS: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b" };

/**
 * A scan for denied strings of its own kind, to check the engine's filter: letters in a row count as one or more, and digits as
 * the letters that they look like. What lies within one word is the word's own affair, unless it is all of it. What digits
 * alone give is the caller's number; and an area code that is left in digits is read as digits: 800-BASKETS is no boob.
 */
export function scanFor(denied: readonly string[]): Scan {
  const bySkeleton = new Map<string, string[]>();
  for (const text of denied) {
    const skeleton = text.replace(/(.)\1+/g, "$1");
    bySkeleton.set(skeleton, [...(bySkeleton.get(skeleton) ?? []), text]);
  }
  return (shown) => {
    const text = localPart(shown.spelling).replaceAll("-", "").toLowerCase();
    const reading = text.replace(/[0134578]/g, (digit) => READ_AS[digit] ?? digit);
    const readings = text.includes("1")
      ? [reading, text.replaceAll("1", "l").replace(/[034578]/g, (digit) => READ_AS[digit] ?? digit)]
      : [reading];
    return readings.flatMap((letters) => hits({ runs: runsOf(letters), text, letters, shown }, bySkeleton));
  };
}

/** What may be read of a spelling: the last seven, or everything where words reach further. */
export function localPart(spelling: string): string {
  const [local = spelling] = /(?:-?[A-Z\d]){7}$/.exec(spelling) ?? [];
  return /[A-Z]/.test(spelling.slice(0, -local.length)) ? spelling : local.replace(/^-/, "");
}

interface Subject {
  readonly runs: readonly Run[];
  /** As it is shown, in small letters. */
  readonly text: string;
  /** With letters for digits. */
  readonly letters: string;
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

function isExcused({ text, letters, shown }: Subject, taken: readonly Run[], denied: string): boolean {
  const [from, to] = [taken[0]?.from ?? 0, taken.at(-1)?.to ?? 0];
  if (!/[a-z]/.test(text.slice(from, to))) return true;
  return shown.words.some(({ text: word, shown: face }) => {
    if (word === denied) return false;
    return placesOf(face.toLowerCase(), text).some(
      (start) =>
        start <= from &&
        to <= start + word.length &&
        word.slice(from - start, to - start) === letters.slice(from, to),
    );
  });
}

function placesOf(part: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const { 0: run, index } of text.matchAll(/(.)\1*/g))
    runs.push({ letter: run.charAt(0), times: run.length, from: index, to: index + run.length });
  return runs;
}
