import { formatBook } from "../build/assets-report";
import type { Change } from "./change";
import type { AnswerProblem } from "./gather-answers";
import type { SetupOutcome } from "./run-setup";

/** What to run when all is answered. */
const NEXT = "npm run deploy -- --plan";

/** The outcome for people. */
export function renderSetup({ problems, changes, written, notes, contacts }: SetupOutcome): string {
  if (problems.length > 0)
    return ["Cannot set up, and nothing was written:", ...problems.map(renderProblem)].join("\n");
  const isDry = changes.length > 0 && written.length === 0;
  return [
    ...changes.map(renderChange),
    ...(contacts === undefined ? [] : formatBook(contacts)),
    ...notes.map((note) => `Note: ${note}`),
    ending(changes, written),
    isDry ? "Without --dry-run this is written." : `Next: ${NEXT}`,
  ].join("\n");
}

function ending(changes: readonly Change[], written: readonly string[]): string {
  if (changes.length === 0) return "Nothing to change: no file was touched.";
  return written.length === 0 ? "Nothing was written." : `Written: ${written.join(", ")}`;
}

/** Such as `.env  MAIL_FROM: (nothing) -> phone@example.com`. */
function renderChange({ file, what, from, to }: Change): string {
  if (to === undefined) return `${file}  ${what}: new`;
  return `${file}  ${what}: ${from === undefined ? "" : `${from} -> `}${to || "(nothing)"}`;
}

function renderProblem({ flag, variable, problem }: AnswerProblem): string {
  const names = flag === undefined ? variable : `${flag} or ${variable}`;
  return `  ${names}: ${problem}`;
}

/** The outcome for programs. */
export function setupDocument(outcome: SetupOutcome): Readonly<Record<string, unknown>> {
  const { problems, changes, written, notes, contacts } = outcome;
  const isOk = problems.length === 0;
  return { ok: isOk, problems, changes, written, notes, contacts, ...(isOk ? { next: NEXT } : {}) };
}
