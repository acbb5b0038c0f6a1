import type { KeptEntry } from "./entry-change";
import type { FieldProblem, ListDefinition, ListLocale } from "./list-definition";
import { isData, keyProblem, readEntry } from "./read-entry";
import { printable } from "./render-table";

/** Something in a list that calls cannot read, and how to put it right. */
export interface EntryProblem extends FieldProblem {
  readonly key: string;
  readonly fix: string;
}

/** Every hand edit in a list that makes no sense. */
export function checkList(
  definition: ListDefinition,
  entries: readonly KeptEntry[],
  locale: ListLocale,
): EntryProblem[] {
  return entries.flatMap(({ key, data }) => {
    const wrongKey = keyProblem(definition, key, locale);
    if (wrongKey !== undefined)
      return [{ ...wrongKey, key, fix: fixOfKey(definition, key, wrongKey.allowed) }];
    const { problems } = readEntry(definition, data, locale);
    return problems.map((problem) => ({
      ...problem,
      key,
      fix: fixOf(definition, key, isData(data) ? problem : undefined),
    }));
  });
}

const quoted = (text: string): string => (/^[\w+.-]+$/.test(text) ? text : JSON.stringify(text));

/** A key is never changed: the entry is made anew under the right one. */
function fixOfKey({ name, key, access }: ListDefinition, found: string, allowed: string): string {
  const remove = `npm run lists -- remove ${name} ${quoted(found)}`;
  return access === "edit" && key.meaning(allowed) !== undefined
    ? `npm run lists -- add ${name} ${quoted(allowed)} …, then ${remove}`
    : remove;
}

function fixOf({ name, access }: ListDefinition, key: string, problem: FieldProblem | undefined): string {
  const option = problem?.field?.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return access === "edit" && option !== undefined
    ? `npm run lists -- add ${name} ${quoted(key)} --${option} … --yes`
    : `the Sync console, or npm run lists -- remove ${name} ${quoted(key)}`;
}

/** A problem in a line: `+12125550142 to: found "5"; allowed: …; fix: …`. */
export function describeProblem({ key, field, found, allowed, fix }: EntryProblem): string {
  const subject = field === undefined ? key : `${key} ${field}`;
  return printable(`${subject}: found ${found ?? "nothing"}; allowed: ${allowed}; fix: ${fix}`);
}
