import { formatProblem } from "../config/problem";
import { carryOut } from "./carry-out";
import { chooseList } from "./choose-list";
import { type ListsCommand, printJson } from "./command";
import { type KeptEntry, removal } from "./entry-change";
import type { ListDefinition, ListLocale } from "./list-definition";
import { readList } from "./list-place";
import { unremovable } from "./plan-changes";
import { renderWritten } from "./render-plan";
import type { Written } from "./write-changes";

/** `lists -- remove`. */
export const removeEntries: ListsCommand = {
  usage: "remove LIST NUMBER… [--json]",
  does: "takes numbers off a list: off the graylist, a caller is no longer locked out",
  help: `A key that somebody has mistyped in the Sync console is written as it stands there.
Exit code 0; 1 when a number was not on the list (the others are removed), or nothing could be removed.`,
  options: {},
  async run(call) {
    const { world, account, serviceSid, locale, positionals, isSet } = call;
    const [name, ...texts] = positionals;
    const definition = chooseList(name, "remove");
    if (texts.length === 0) throw new Error(`Which ${definition.key.heading}? Give at least one`);
    const contents = await readList({ account, serviceSid }, definition);
    const found = texts.map((text) => ({
      text,
      entry: findEntry(definition, contents.entries, { text, locale }),
    }));
    const missing = found.flatMap(({ text, entry }) => (entry === undefined ? [text] : []));
    const entries = [...new Set(found.flatMap(({ entry }) => entry ?? []))];
    const problems = entries.flatMap((entry) => unremovable(definition, entry, "remove"));
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
    const changes = entries.map(removal);
    const written: Written =
      changes.length > 0 ? await carryOut(call, definition, { contents, changes }) : { outcome: "written" };
    const removed = written.outcome === "written" ? entries.map(({ key }) => key) : [];
    if (isSet("json")) printJson(world, { list: definition.name, removed, missing, ...written });
    else {
      for (const text of missing) world.print(`${text} is not in ${definition.name}`);
      const done = `Removed from ${definition.name}: ${removed.join(", ")}`;
      for (const line of changes.length > 0 ? renderWritten(written, done) : []) world.print(line);
    }
    return missing.length > 0 || written.outcome !== "written" ? 1 : 0;
  },
};

/** By the key exactly as it stands, or by what is meant. */
function findEntry(
  { key: kind }: ListDefinition,
  entries: readonly KeptEntry[],
  { text, locale }: { readonly text: string; readonly locale: ListLocale },
): KeptEntry | undefined {
  const meant = kind.read(text, locale);
  return (
    entries.find(({ key }) => key === text) ??
    entries.find(({ key }) => meant !== undefined && kind.meaning(key) === meant)
  );
}
