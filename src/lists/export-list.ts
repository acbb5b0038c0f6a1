import { resolve } from "node:path";
import { chooseList } from "./choose-list";
import { type ListsCommand, printJson } from "./command";
import type { ListDefinition } from "./list-definition";
import { readList } from "./list-place";
import { foreignFields } from "./read-entry";
import { renderCsv, rowsOf } from "./render-csv";
import { inOrder } from "./show-list";
import { writeNewFile } from "./write-new-file";

/** `lists -- export`. */
export const exportList: ListsCommand = {
  usage: "export LIST [FILE.csv] [--json]",
  does: "writes a list as CSV, to stdout or to a file that does not exist yet",
  help: `import takes the file back and changes nothing. What a spreadsheet could take for a formula gets an apostrophe
in front, which import takes away again.
  --json  print the rows as one JSON document; with a file, what was written`,
  options: {},
  async run({ world, account, serviceSid, positionals, isSet }) {
    const [name, file] = positionals;
    const definition = chooseList(name, "read");
    const contents = await readList({ account, serviceSid }, definition);
    const entries = inOrder(definition, contents.entries);
    const foreign = new Set(entries.flatMap(({ data }) => Object.keys(foreignFields(definition, data))));
    if (file !== undefined)
      writeNewFile(resolve(world.projectDir, file), `${renderCsv(definition, entries)}\n`);
    const summary = { list: definition.name, entries: entries.length, notExported: [...foreign] };
    if (isSet("json"))
      printJson(
        world,
        file === undefined ? { ...summary, rows: objectsOf(definition, entries) } : { ...summary, file },
      );
    else if (file === undefined) world.print(renderCsv(definition, entries));
    else world.print(`${file}: ${entries.length} entries of ${definition.name}`);
    if (foreign.size > 0) world.tell(omission(definition, [...foreign]));
    return 0;
  },
};

function omission({ access }: ListDefinition, names: readonly string[]): string {
  const rest = access === "edit" ? "; import leaves them as they are" : "";
  return `Not in the file, for the list has no such column: ${names.join(", ")}${rest}`;
}

function objectsOf(definition: ListDefinition, entries: Parameters<typeof rowsOf>[1]) {
  const [names = [], ...rows] = rowsOf(definition, entries);
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}
