import { checkList, type EntryProblem } from "../../lists/check-list";
import type { KeptEntry } from "../../lists/entry-change";
import type { ListDefinition, ListLocale } from "../../lists/list-definition";
import { LISTS } from "../../lists/lists";
import type { HandEdited } from "../facts/lists";
import { type Finding, failure, warning } from "../finding";
import { entryDoubts } from "./entry-doubts";
import { isIgnored } from "./is-ignored";
import { ROWS, type RowList, rowFaults } from "./row-faults";

/** Everything that is wrong with a list's entries, or hardly meant: the key, what it is, and what mends it. */
export function judgeList(
  name: HandEdited,
  entries: readonly KeptEntry[],
  locale: ListLocale,
): readonly Finding[] {
  return isRowList(name)
    ? entries.flatMap((entry) => judgeRow(name, entry, locale))
    : entries.flatMap((entry) => judgeEntry(LISTS[name], entry, locale));
}

const isRowList = (name: HandEdited): name is RowList => ROWS.some((each) => each === name);

function judgeRow(name: RowList, entry: KeptEntry, { timezone }: ListLocale): Finding[] {
  const fix = `Write it back, or remove the item, in the Sync console (${name})`;
  // What a number spells is found anew, and nobody notices.
  const complain = name === "vanity" ? warning : failure;
  return rowFaults(name, entry, timezone).map((fault) =>
    complain(`${place(name, entry)}: ${fault}; it is ignored`, fix),
  );
}

function judgeEntry(
  definition: ListDefinition & { readonly name: HandEdited },
  entry: KeptEntry,
  locale: ListLocale,
) {
  const { name } = definition;
  const problems = checkList(definition, [entry], locale);
  const ignored = isIgnored(name, entry, locale);
  const told = problems.map((problem) => describe(name, problem, ignored));
  const untold = ignored && told.length === 0;
  return [
    ...told,
    ...(untold ? [failure(`${place(name, entry)}: calls cannot read it; it is ignored`, REWRITE)] : []),
    ...entryDoubts(definition, entry, locale).map(({ what, fix }) =>
      warning(`${place(name, entry)}: ${what}`, fix),
    ),
  ];
}

const REWRITE = "Write it anew with npm run lists";

/** What stands in these fields may be somebody's name or number. */
const PRIVATE = ["to", "person", "note", "lines", "by"];

function describe(
  name: HandEdited,
  { key, field, found, allowed, fix }: EntryProblem,
  ignored: boolean,
): Finding {
  const subject = field === undefined ? "" : ` "${field}"`;
  const shown = field !== undefined && found !== undefined && !PRIVATE.includes(field);
  const what = shown ? ` is ${found}; allowed: ${allowed}` : ` is not right; allowed: ${allowed}`;
  const text = `${name} ${JSON.stringify(key)}:${subject || " its key"}${what}`;
  return ignored ? failure(`${text}; it is ignored`, fix) : warning(text, fix);
}

function place(name: HandEdited, { key }: KeptEntry): string {
  return `${name} ${JSON.stringify(key)}`;
}
