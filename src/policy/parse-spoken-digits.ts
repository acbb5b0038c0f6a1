/** Words for digits, with what speech recognition mistakes them for. */
const UNITS: ReadonlyMap<string, string> = new Map(
  [
    ["zero", "oh", "o"],
    ["one"],
    ["two", "to", "too"],
    ["three"],
    ["four", "for"],
    ["five"],
    ["six"],
    ["seven"],
    ["eight", "ate"],
    ["nine"],
    ...["ten", "eleven", "twelve", "thirteen", "fourteen"].map((word) => [word]),
    ...["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"].map((word) => [word]),
  ].flatMap((words, value) => words.map((word) => [word, String(value)] as const)),
);
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/**
 * The digits in what speech recognition understood: "427", "4 2 7.", "four two seven", "four twenty-seven". Anything
 * else in it makes it no answer (undefined): robots talk.
 */
export function parseSpokenDigits(speech: string): string | undefined {
  const words = speech
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let digits = "";
  for (const [index, word] of words.entries()) {
    const spoken = /^\d+$/.test(word) ? word : (UNITS.get(word) ?? tens(word, words[index + 1]));
    if (spoken === undefined) return undefined;
    digits += spoken;
  }
  return digits === "" ? undefined : digits;
}

/** "twenty" before a unit is its first digit, alone it is two digits. */
function tens(word: string, next: string | undefined): string | undefined {
  const index = TENS.indexOf(word);
  if (index === -1) return undefined;
  const ten = String(index + 2);
  const unit = next === undefined ? undefined : (UNITS.get(next) ?? next);
  return unit !== undefined && /^[1-9]$/.test(unit) ? ten : `${ten}0`;
}
