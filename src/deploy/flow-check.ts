import type { FlowFile } from "../flows/flow-file";

/** What `studio:check` finds in a flow, in a sentence that names the file. */
export interface FlowProblem {
  readonly severity: "error" | "warning";
  readonly text: string;
}

/** The lint, which is no part of the product: commands pass it in. */
export type CheckFlow = (flow: FlowFile) => readonly FlowProblem[];
