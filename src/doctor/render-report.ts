import type { Examination } from "./examine";
import type { Finding, Level } from "./finding";

/** A finding of a check, as JSON has it. */
export interface ReportedFinding extends Finding {
  readonly name: string;
}

/** What `--json` prints. */
export interface Report {
  readonly checks: readonly ReportedFinding[];
  readonly worst: Level;
}

/** The examination as programs read it: one entry for each finding. */
export function reportOf({ checks, worst }: Examination): Report {
  return {
    checks: checks.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding }))),
    worst,
  };
}

/** What a shell is told: 0 all is well, 1 there are warnings, 2 there are failures. */
export function exitCodeOf(worst: Level): 0 | 1 | 2 {
  return worst === "ok" ? 0 : worst === "warning" ? 1 : 2;
}

const MARKS: Readonly<Record<Level, string>> = { ok: "✓", warning: "!", failure: "✗" };
/** @see https://en.wikipedia.org/wiki/ANSI_escape_code#Colors: green, yellow, red */
const COLOURS: Readonly<Record<Level, number>> = { ok: 32, warning: 33, failure: 31 };

/** The examination as people read it: a line for each finding, and below what mends it; once for a run of findings. */
export function renderReport(examination: Examination, isColoured: boolean): string {
  const all = examination.checks.flatMap(({ title, findings }) =>
    findings.map((finding) => ({ title, finding })),
  );
  const lines = all.flatMap(({ title, finding }, at) => {
    const isSaidBelow = finding.fix === all[at + 1]?.finding.fix;
    const line = `${markOf(finding.level, isColoured)} ${title}: ${printable(finding.found)}`;
    return finding.fix === undefined || isSaidBelow ? [line] : [line, `    ${printable(finding.fix)}`];
  });
  return `${lines.join("\n")}\n\n${summary(reportOf(examination))}`;
}

function markOf(level: Level, isColoured: boolean): string {
  return isColoured ? `\u001b[${COLOURS[level]}m${MARKS[level]}\u001b[0m` : MARKS[level];
}

function summary({ checks }: Report): string {
  const count = (wanted: Level) => checks.filter(({ level }) => level === wanted).length;
  const [failures, warnings] = [count("failure"), count("warning")];
  if (failures + warnings === 0) return "All is well.";
  return `${counted(failures, "failure")}, ${counted(warnings, "warning")}.`;
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** Terminals obey control characters, and some of this was written by others. Line breaks of our own are kept. */
function printable(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\p{Cc}\p{Cf}]+/gu, " "))
    .join("\n    ");
}
