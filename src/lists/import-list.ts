import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { carryOut, isAgreed } from "./carry-out";
import { chooseList } from "./choose-list";
import { type ListsCall, type ListsCommand, printJson } from "./command";
import { readList } from "./list-place";
import { type Plan, planChanges } from "./plan-changes";
import { readWanted } from "./read-wanted";
import { ofKind, renderPlan, renderWritten, summarize } from "./render-plan";
import type { Written } from "./write-changes";

/** `lists -- import`. */
export const importList: ListsCommand = {
  usage: "import LIST FILE [--category NAME] [--yes] [--replace] [--json]",
  does: "puts the entries of a file, mostly CSV, on a list, all of them or none, after showing what would change",
  help: `The first line of the file names its columns, in any order; npm run lists -- export LIST shows them all.
Columns that the file does not have stay as they are; an empty cell takes the field away.
allowlist also takes a JSON list of { "Number", "Person", "OverrideBedtime", "PrimaryContact" }, and with --category the
cards of that category in an address book (.vcf): each of their numbers, under the card's name.
  --yes      write without asking (without a terminal nothing is written without it)
  --replace  also remove the entries that the file does not have
  --json     print what would change, and whether it was written, as one document
Exit code 0; 1 when a line is bad, or writing failed and what was written is put back.`,
  options: { yes: { type: "boolean" }, replace: { type: "boolean" }, category: { type: "string" } },
  async run(call) {
    const { world, account, serviceSid, locale, positionals, isSet, text } = call;
    const [name, file] = positionals;
    const definition = chooseList(name, "edit");
    if (file === undefined) throw new Error("Which file? npm run lists -- import LIST FILE");
    const source = { file, locale };
    const bytes = readFileSync(resolve(world.projectDir, file));
    const wanted = readWanted(definition, { bytes, category: text("category") }, source);
    for (const line of wanted.leftOut) world.tell(line);
    const contents = await readList({ account, serviceSid }, definition);
    const wish = { wanted, kept: contents.entries, isWhole: isSet("replace") };
    const plan = planChanges(definition, wish, source);
    const { changes, problems } = plan;
    if (!isSet("json"))
      for (const line of [...renderPlan(plan, definition.name), summarize(plan)]) world.print(line);
    const mayWrite = problems.length === 0 && changes.length > 0;
    const written =
      mayWrite && (await isAgreed(call, `Write this to ${definition.name}?`))
        ? await carryOut(call, definition, { contents, changes })
        : undefined;
    report(call, { list: definition.name, file, plan, written });
    return problems.length > 0 || (written !== undefined && written.outcome !== "written") ? 1 : 0;
  },
};

interface Imported {
  readonly list: string;
  readonly file: string;
  readonly plan: Plan;
  readonly written: Written | undefined;
}

function report({ world, isSet }: ListsCall, imported: Imported): void {
  const { list, plan, written } = imported;
  if (isSet("json")) {
    printJson(world, documentOf(imported));
    return;
  }
  const lines =
    written === undefined ? [whyNot(plan)] : renderWritten(written, `Written to ${list}: ${summarize(plan)}`);
  for (const line of lines) world.print(line);
}

function whyNot({ problems, changes }: Plan): string {
  if (problems.length > 0) return "Nothing is written: put the bad lines right first";
  return changes.length === 0 ? "Nothing to change" : "Nothing is written; --yes writes it";
}

function documentOf({ list, file, plan, written }: Imported) {
  const { repetitions, problems } = plan;
  const brief = (kind: "new" | "changed" | "removed") =>
    ofKind(plan, kind).map(({ key, line, fields }) => ({ key, line, fields }));
  return {
    ...{ list, file, new: brief("new"), changed: brief("changed"), removed: brief("removed") },
    same: repetitions
      .filter(({ firstLine }) => firstLine === undefined)
      .map(({ key, line }) => ({ key, line })),
    repeated: repetitions.filter(({ firstLine }) => firstLine !== undefined),
    bad: problems.map(({ file: _file, ...problem }) => problem),
    ...(written ?? { outcome: "preview" }),
  };
}
