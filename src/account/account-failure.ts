/** A request that the account did not answer as hoped. The message says what was wanted and what came instead. */
export class AccountFailure extends Error {
  override readonly name = "AccountFailure";

  /**
   * @param wanted such as `create the variable LINK_SECRET`
   * @param status of the answer; undefined when none came
   */
  constructor(
    readonly wanted: string,
    readonly status: number | undefined,
    cause: unknown,
  ) {
    super(`Cannot ${wanted}: ${reasonOf(status, cause)}`, { cause });
  }
}

function reasonOf(status: number | undefined, cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (status === undefined) return `no answer from Twilio (${said})`;
  if (status === 401) return "Twilio does not know these credentials (ACCOUNT_SID and AUTH_TOKEN)";
  const code: unknown = cause instanceof Error ? Reflect.get(cause, "code") : undefined;
  return `Twilio answered ${status}${typeof code === "number" ? `, error ${code}` : ""}: ${said}`;
}

/** The HTTP status of what the helper library threw; undefined when no answer came. */
export function statusOf(failure: unknown): number | undefined {
  if (typeof failure !== "object" || failure === null || !("status" in failure)) return undefined;
  return typeof failure.status === "number" ? failure.status : undefined;
}
