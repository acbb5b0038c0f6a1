/** As much as can be listened to in one breath. */
const LONGEST = 110;

/** What WordNet writes, and how it is said. */
const SPOKEN: readonly (readonly [written: RegExp, spoken: string])[] = [
  // An aside in an aside goes first.
  [/\s*\([^()]*\)/g, ""],
  [/\s*\([^()]*(?:\)|$)/g, ""],
  [/[`"]|'(?=[\s,;:.]|$)|(?<=\s)'/g, ""],
  [/^(?:an? )?(?:informal|colloquial)(?: [a-z]+)? terms? for\b/i, "an informal word for"],
  [/\s*--\s*|\s+-\s+/g, ", "],
  [/\be\.?g\.,?\s*/g, "for example "],
  [/\bi\.e\.,?\s*/g, "that is "],
  [/\betc\b\.?/g, "and so on"],
  [/\besp\./g, "especially"],
  [/\s*&\s*/g, " and "],
  [/(\d)\s*%/g, "$1 percent"],
  [/(\d)\/(?=\d)/g, "$1 over "],
  [/\band\/or\b/g, "or"],
  [/([a-z])\/(?=[a-z])/g, "$1 or "],
  [/[_*<>[\]{}|\\^~=+#@]/g, " "],
  [/;(?=\w)/g, ", "],
  [/\s+/g, " "],
  [/ (?=[,;:.])/g, ""],
  [/^[\s,;:.]+|[\s,;:.]+$/g, ""],
];

/** What may stand at the end of nothing. */
const DANGLING =
  /(?:\s+(?:an?|the|of|in|on|at|by|to|for|from|with|and|or|as|that|which|who|whose|when|where|is|are|was|be|been|being|into|than|its|their|his|her|your|one's|usually|especially|often|such|not|very|more|most|some|any|other|it|they|has|have|having|used|can|may|because|but|if|through|between|against|without|within|upon|about|under|over|so|how|each))+$/;

/** The part of a gloss that says what the word means, without the examples, in words that can be spoken. */
export function speakableGloss(gloss: string): string {
  return withinBreath(
    SPOKEN.reduce((text, [written, spoken]) => text.replace(written, spoken), meaningOf(gloss)),
  );
}

/** What comes after a semicolon explains more, or is an example. */
function meaningOf(gloss: string): string {
  const withoutExamples = gloss.replace(/[;:,]?\s*"[^"]*"?.*$/, "");
  const [first = "", second] = withoutExamples
    .replace(/\([^()]*\)/g, (aside) => aside.replace(/;/g, ","))
    .split(/;\s/);
  // "of a particle or body" says only what the meaning is told of.
  return second !== undefined && /^(?:\([^()]*\) )?(?:used )?(?:of|in|for) /.test(first)
    ? `${first}, ${second}`
    : first;
}

/** Cut at the last clause that fits, else at the last word. */
export function withinBreath(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const fits = text.slice(0, longest + 1);
  const clause = Math.max(
    ...[", ", "; ", " that ", " which ", " who ", " and "].map((mark) => fits.lastIndexOf(mark)),
  );
  const end = clause >= longest / 2 ? clause : fits.lastIndexOf(" ");
  return text
    .slice(0, end)
    .replace(/[\s,;:]+$/, "")
    .replace(DANGLING, "")
    .replace(/[\s,;:]+$/, "");
}
