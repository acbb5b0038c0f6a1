/** One thing that is wrong with what the owner wrote: where, what was found, what is allowed. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly column?: number;
  /** Such as `lines["+12125550100"].ring.to`. */
  readonly path?: string;
  readonly found?: string;
  readonly allowed: string;
}

/** Everything that is wrong, all at once; the message has a line for each. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

/** A problem on one line: `file:line:column path: found …; allowed: …`. */
export function formatProblem({ file, line, column, path, found, allowed }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  const subject = path === undefined || path === "" ? place : `${place} ${path}`;
  return found === undefined ? `${subject}: ${allowed}` : `${subject}: found ${found}; allowed: ${allowed}`;
}

/** A path into the policy as people write it: names with dots, anything else in brackets. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.map(formatStep).join("").replace(/^\./, "");
}

function formatStep(step: PropertyKey): string {
  if (typeof step === "number") return `[${step}]`;
  const name = String(step);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** A value as it stands in the file, on one line and not longer than is of use. */
export function formatFound(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
