import { renderFlowDiff } from "../flows/render-flow-diff";
import type { PulledFlow } from "./pull-flows";

/** What `npm run studio:pull` says at its end, and its exit code (1: a conflict, or what was pulled has errors). */
export interface PullEnding {
  readonly text: string;
  readonly json: unknown;
  readonly exitCode: 0 | 1;
}

/** @param dryRun whether nothing was written */
export function endOfPull(pulled: readonly PulledFlow[], dryRun: boolean): PullEnding {
  return {
    text: pulled.map((one) => renderPull(one, dryRun)).join("\n\n"),
    json: { dryRun, flows: pulled.map(documentOf) },
    exitCode: pulled.some(isBad) ? 1 : 0,
  };
}

function isBad({ pull, problems }: PulledFlow): boolean {
  const isBroken = pull.kind === "pulled" && problems.some(({ severity }) => severity === "error");
  return pull.kind === "conflict" || isBroken;
}

function documentOf({ pull, ...about }: PulledFlow): unknown {
  const { flow: _file, kind: outcome, ...details } = { flow: undefined, ...pull };
  return { ...about, outcome, ...details };
}

function renderPull(one: PulledFlow, dryRun: boolean): string {
  const { name, file, pull } = one;
  switch (pull.kind) {
    case "absent":
      return `${name}: the account has no such flow; npm run deploy makes it`;
    case "ahead":
      return `${name}: nothing to pull; ${file} has changes that Studio has not (npm run studio:push shows them)`;
    case "unchanged":
      return `${name}: nothing to pull; ${file} holds what Studio holds`;
    case "conflict":
      return renderConflict(one, pull);
    case "pulled": {
      const done = dryRun ? "would pull" : "pulled";
      const lines = [`${name}: ${done} revision ${one.revision} (${one.status}) into ${file}`];
      return [...lines, ...indent(renderFlowDiff(pull.changes)), ...renderProblems(one)].join("\n");
    }
  }
}

function renderProblems({ problems }: PulledFlow): string[] {
  if (problems.length === 0) return ["studio:check finds nothing wrong with it"];
  const unlisted = problems.some(({ text }) => / wiring /.test(text))
    ? ["  (an exit that is meant to end the call is listed in studio/bindings.json)"]
    : [];
  return ["studio:check finds:", ...problems.map(({ text }) => `  ${text}`), ...unlisted];
}

function renderConflict(
  { name, file, revision }: PulledFlow,
  { since, inFile, inStudio }: Extract<PulledFlow["pull"], { readonly kind: "conflict" }>,
): string {
  const start =
    since === undefined
      ? `${name}: not pulled: revision ${revision} is not ours, and none before it that the repository knows was found`
      : `${name}: not pulled: both Studio and ${file} have changed since revision ${since}`;
  return [
    start,
    "in Studio:",
    ...indent(renderFlowDiff(inStudio)),
    ...(since === undefined ? [] : [`in ${file}:`, ...indent(renderFlowDiff(inFile))]),
    `To mend it: commit ${file}, take Studio's version with npm run studio:pull -- --overwrite ${name},`,
    "then bring back what you had changed (git diff HEAD shows it) and publish it with npm run studio:push",
  ].join("\n");
}

function indent(text: string): string[] {
  return text.split("\n").map((line) => `  ${line}`);
}
