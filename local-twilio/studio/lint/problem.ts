/** One thing that is wrong with a flow. An error fails the check, a warning does not. */
export interface Problem {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly widget?: string;
  readonly message: string;
}
