import { formatProblem } from "../config/problem";
import type { EntryChange, FieldChange, Repetition } from "./entry-change";
import type { Plan } from "./plan-changes";
import { oneLine } from "./render-table";
import type { Written } from "./write-changes";

/** So many new entries are listed; of a longer file the owner has the lines. */
const LISTED = 20;

/** What a change does: makes an entry, changes one, or removes one. */
export function kindOf({ before, after }: EntryChange): "new" | "changed" | "removed" {
  if (after === undefined) return "removed";
  return before === undefined ? "new" : "changed";
}

/** The changes of that kind. */
export function ofKind(plan: Pick<Plan, "changes">, kind: ReturnType<typeof kindOf>): EntryChange[] {
  return plan.changes.filter((change) => kindOf(change) === kind);
}

/** `12 new, 3 changed, 5 the same, 0 bad`. */
export function summarize(plan: Plan): string {
  const { problems } = plan;
  const removed = ofKind(plan, "removed").length;
  const same = plan.repetitions.filter(({ firstLine }) => firstLine === undefined).length;
  return [
    `${ofKind(plan, "new").length} new`,
    `${ofKind(plan, "changed").length} changed`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    `${same} the same`,
    `${problems.length} bad`,
  ].join(", ");
}

/** Everything that a plan would do, and what stands in its way, line by line. */
export function renderPlan(plan: Plan, list: string): string[] {
  const fresh = ofKind(plan, "new");
  const more = fresh.length - LISTED;
  return [
    ...fresh.slice(0, LISTED).map((change) => describeChange(change)),
    ...(more > 0 ? [`… and ${more} more that are new`] : []),
    ...ofKind(plan, "changed").map((change) => describeChange(change)),
    ...ofKind(plan, "removed").map((change) => describeChange(change)),
    ...plan.repetitions.map((repetition) => describeRepetition(repetition, list)),
    ...plan.problems.map(formatProblem),
  ];
}

const atLine = (line: number | undefined): string => (line === undefined ? "" : `line ${line}: `);

/** A change in one line. */
export function describeChange(change: EntryChange): string {
  const { key, line, fields } = change;
  const kind = kindOf(change);
  if (kind === "removed") return `removed  ${key}`;
  const said = kind === "new" ? fields.map(describeField) : fields.map(describeFieldChange);
  return `${kind.padEnd(8)} ${atLine(line)}${key}${said.length > 0 ? `  ${said.join(", ")}` : ""}`;
}

const describeField = ({ name, to }: FieldChange): string => `${name} ${oneLine(JSON.stringify(to))}`;

function describeFieldChange({ name, from, to }: FieldChange): string {
  const said = (text: string) => (text === "" ? "nothing" : oneLine(JSON.stringify(text)));
  return `${name} ${said(from)} → ${said(to)}`;
}

function describeRepetition({ key, line, firstLine }: Repetition, list: string): string {
  const where = firstLine === undefined ? `in ${list}` : `on line ${firstLine}`;
  return `same     ${atLine(line)}${key} is ${where} already`;
}

/** How writing went, line by line. */
export function renderWritten(written: Written, done: string): string[] {
  switch (written.outcome) {
    case "written":
      return [done];
    case "undone":
      return [`Nothing is changed: ${written.because}. Whatever had been written is as it was`];
    case "stuck":
      return [
        `Half done: ${written.because}. These could not be put back:`,
        ...written.left.map(({ key, state }) => `  ${key}: ${state}`),
        "Run it again: what is as it shall be already counts as the same",
      ];
  }
}
