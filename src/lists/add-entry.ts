import { formatProblem, type Problem } from "../config/problem";
import { carryOut, isAgreed } from "./carry-out";
import { chooseList } from "./choose-list";
import { type ListsCall, type ListsCommand, printJson } from "./command";
import type { EntryChange } from "./entry-change";
import { type Column, LIST_NAMES, type ListDefinition } from "./list-definition";
import { readList } from "./list-place";
import { LISTS } from "./lists";
import { parseEntry } from "./parse-rows";
import { planChanges } from "./plan-changes";
import { describeChange, kindOf, renderWritten } from "./render-plan";
import type { Written } from "./write-changes";

/** The option of a column: `--override-bedtime` for `overrideBedtime`. */
export const optionOf = ({ name }: Pick<Column, "name">): string =>
  name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

const COLUMNS = LIST_NAMES.filter((name) => LISTS[name].access === "edit").flatMap(
  (name) => LISTS[name].columns,
);

/** `lists -- add`. */
export const addEntry: ListsCommand = {
  usage: "add LIST NUMBER [--OPTION VALUE]… [--yes] [--replace] [--json]",
  does: "puts a number on a list, or changes what the list says of it",
  help: `NUMBER is written in any usual way: +12125550142, "(212) 555-0142". For patterns it is the beginning of numbers: "+1900*".
${LIST_NAMES.filter((name) => LISTS[name].access === "edit")
  .map((name) => `  ${name.padEnd(12)} ${LISTS[name].columns.map(usageOf).join(" ")}`)
  .join("\n")}
${describeColumns()}
A number that is there already is changed only with --yes, or when you say so:
  --yes      change what the options say, and leave the rest; an empty option, such as --note "", takes a field away
  --replace  leave nothing of what was there`,
  options: {
    ...Object.fromEntries(
      COLUMNS.map((column) => [optionOf(column), { type: column.isSwitch ? "boolean" : "string" } as const]),
    ),
    yes: { type: "boolean" },
    replace: { type: "boolean" },
  },
  async run(call) {
    const { account, serviceSid, locale, positionals } = call;
    const [name, key, ...surplus] = positionals;
    const definition = chooseList(name, "edit");
    if (key === undefined || surplus.length > 0)
      throw new Error(`Give one ${definition.key.heading}; one with spaces in quotes: "(212) 555-0142"`);
    const source = { file: "add", locale };
    const wanted = parseEntry(definition, { key, texts: textsOf(call, definition), line: undefined }, source);
    refuse(definition, wanted.problems);
    const contents = await readList({ account, serviceSid }, definition);
    const plan = planChanges(definition, { wanted, kept: contents.entries, isWhole: false }, source);
    refuse(definition, plan.problems);
    const [change] = plan.changes;
    if (change === undefined) return reportSame(call, definition, wanted.entries[0]?.key ?? key);
    if (!call.isSet("json")) call.world.print(describeChange(change));
    const isMeant = kindOf(change) === "new" || call.isSet("replace");
    const mayWrite = isMeant || (await isAgreed(call, "Change it?"));
    const written = mayWrite ? await carryOut(call, definition, { contents, changes: [change] }) : undefined;
    return report(call, { list: definition.name, change, written });
  },
};

/** What may stand in each column, once for all lists that have it. */
function describeColumns(): string {
  const allowed = new Map(
    COLUMNS.filter(({ isSwitch }) => !isSwitch).map((column) => [optionOf(column), column.allowed]),
  );
  return [...allowed].map(([option, text]) => `  --${option.padEnd(11)}${text}`).join("\n");
}

function usageOf(column: Column): string {
  const option = column.isSwitch
    ? `--${optionOf(column)}`
    : `--${optionOf(column)} ${column.name.toUpperCase()}`;
  return column.isRequired ? option : `[${option}]`;
}

/** What the options say; with `--replace` every other field is said to be empty. */
function textsOf({ text, isSet }: ListsCall, { name, columns }: ListDefinition): ReadonlyMap<string, string> {
  const own = new Set(columns.map(optionOf));
  const foreign = COLUMNS.map(optionOf).find(
    (option) => !own.has(option) && (text(option) !== undefined || isSet(option)),
  );
  if (foreign !== undefined) {
    const options = columns.map((column) => `--${optionOf(column)}`).join(", ");
    throw new Error(`${name} has no --${foreign}; it has ${options}`);
  }
  return new Map(
    columns.flatMap((column) => {
      const said = column.isSwitch && isSet(optionOf(column)) ? "yes" : text(optionOf(column));
      const value = said ?? (isSet("replace") ? "" : undefined);
      return value === undefined ? [] : [[column.name, value]];
    }),
  );
}

/** @throws Error with a line for each problem, which names the option */
function refuse({ columns }: ListDefinition, problems: readonly Problem[]): void {
  const lines = problems.map((problem) => {
    const column = columns.find(({ name }) => name === problem.path);
    return formatProblem(column === undefined ? problem : { ...problem, path: `--${optionOf(column)}` });
  });
  if (lines.length > 0) throw new Error(lines.join("\n"));
}

function reportSame({ world, isSet }: ListsCall, { name }: ListDefinition, key: string): number {
  if (isSet("json")) printJson(world, { list: name, key, kind: "same", outcome: "unchanged" });
  else world.print(`${key} is in ${name} already, and says the same`);
  return 0;
}

function report(
  { world, isSet }: ListsCall,
  added: { readonly list: string; readonly change: EntryChange; readonly written: Written | undefined },
): number {
  const { list, change, written } = added;
  const { key, fields } = change;
  if (isSet("json"))
    printJson(world, { list, key, kind: kindOf(change), fields, ...(written ?? { outcome: "preview" }) });
  else {
    const lines =
      written === undefined
        ? [`${key} is in ${list} already. Nothing is written; --yes changes it`]
        : renderWritten(written, `Written to ${list}`);
    for (const line of lines) world.print(line);
  }
  return written?.outcome === "written" ? 0 : 1;
}
