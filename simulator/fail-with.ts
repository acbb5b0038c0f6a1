/** Ends a command that cannot go on: says why in plain words on stderr, exit code 2. */
export function failWith(error: unknown): void {
  console.error(explain(error));
  process.exit(2);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const port: unknown = Reflect.get(error, "port");
  if (Reflect.get(error, "code") === "EADDRINUSE") return `Port ${port} is busy: choose another with --port`;
  return error.message;
}
