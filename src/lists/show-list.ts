import { parseUntil } from "../store/parse-until";
import { checkList, describeProblem } from "./check-list";
import { chooseList } from "./choose-list";
import { type ListsCommand, printJson } from "./command";
import type { KeptEntry } from "./entry-change";
import type { ListDefinition, ListLocale } from "./list-definition";
import { readList } from "./list-place";
import { isData, printField } from "./read-entry";
import { renderTable } from "./render-table";

/** `lists -- show`. */
export const showList: ListsCommand = {
  usage: "show LIST [--json]",
  does: "the entries of a list; what is malformed is marked, with the fix",
  help: "A malformed entry never breaks a call: calls go on as if it were not there.",
  options: {},
  async run({ world, account, serviceSid, locale, positionals, isSet }) {
    const definition = chooseList(positionals[0], "read");
    const contents = await readList({ account, serviceSid }, definition);
    const entries = inOrder(definition, contents.entries);
    const problems = checkList(definition, entries, locale);
    if (isSet("json")) {
      const of = (key: string) =>
        problems.flatMap(({ key: one, ...problem }) => (one === key ? [problem] : []));
      const rows = entries.map(({ key, data, expires }) => ({ key, data, expires, problems: of(key) }));
      printJson(world, { list: definition.name, entries: rows });
      return 0;
    }
    if (entries.length > 0) world.print(tableOf(definition, entries, { locale, now: world.now() }));
    for (const problem of problems) world.print(`! ${describeProblem(problem)}`);
    const malformed = new Set(problems.map(({ key }) => key)).size;
    const all = `${entries.length} ${entries.length === 1 ? "entry" : "entries"} in ${definition.name}`;
    world.print(malformed === 0 ? all : `${all}, ${malformed} malformed`);
    return 0;
  },
};

/** Newest first where entries have their time, else as Sync has them: by key. */
export function inOrder({ isByTime }: ListDefinition, entries: readonly KeptEntry[]): KeptEntry[] {
  const timeOf = ({ data }: KeptEntry) => (isData(data) && typeof data.at === "string" ? data.at : "");
  return isByTime ? [...entries].sort((a, b) => timeOf(b).localeCompare(timeOf(a))) : [...entries];
}

function tableOf(
  { key: { heading }, columns }: ListDefinition,
  entries: readonly KeptEntry[],
  { locale, now }: { readonly locale: ListLocale; readonly now: number },
): string {
  const used = columns.filter((column) => entries.some(({ data }) => printField(column, data) !== ""));
  const expiring = entries.some(({ expires }) => expires !== undefined);
  const rows = entries.map(({ key, data, expires }) => [
    key,
    ...used.map((column) => withState(column.name, printField(column, data), { locale, now })),
    ...(expiring ? [expires ?? ""] : []),
  ]);
  return renderTable([heading, ...used.map(({ name }) => name), ...(expiring ? ["expires"] : [])], rows);
}

function withState(
  name: string,
  text: string,
  { locale, now }: { readonly locale: ListLocale; readonly now: number },
): string {
  const end = name === "until" ? parseUntil(text, locale.timezone) : undefined;
  return end !== undefined && end <= now ? `${text} (over)` : text;
}
