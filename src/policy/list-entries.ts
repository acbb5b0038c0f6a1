import type { PatternEntry, Scope, Screening } from "./facts";

/** Whether an entry counts now, on this line: until its instant has come. */
export function isInScope({ until, lines }: Scope, { line, now }: Pick<Screening, "line" | "now">): boolean {
  return (until === undefined || now < until) && (lines === undefined || lines.includes(line.number));
}

/** The pattern of that list with the longest prefix that the caller's number begins with, among those in scope. */
export function findPattern<List extends PatternEntry["list"]>(
  patterns: readonly PatternEntry[] | undefined,
  list: List,
  screening: Screening,
): Extract<PatternEntry, { readonly list: List }> | undefined {
  const { caller } = screening;
  if (caller.kind !== "number") return undefined;
  const isOfList = (entry: PatternEntry): entry is Extract<PatternEntry, { readonly list: List }> =>
    entry.list === list;
  return patterns
    ?.filter(isOfList)
    .filter((entry) => caller.number.startsWith(entry.prefix) && isInScope(entry, screening))
    .sort((one, other) => other.prefix.length - one.prefix.length)[0];
}
