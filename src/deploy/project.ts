import type { UncompiledLine, UncompiledPolicy } from "../config/read-policy";
import type { FlowFile } from "../flows/flow-file";
import type { Home } from "../policy/home/home";
import type { Office } from "../policy/office/office";
import type { ReputationPolicy } from "../policy/reputation";
import type { BuildContents } from "./build-contents";

/** What the repository wants of the account. */
export interface Project {
  readonly lines: readonly UncompiledLine[];
  readonly country: string;
  readonly timezone: string;
  readonly isSample: boolean;
  readonly has: UncompiledPolicy["has"];
  readonly home: Home | undefined;
  readonly office: Office | undefined;
  readonly reputation: ReputationPolicy | undefined;
  readonly build: BuildContents;
  readonly flows: readonly FlowFile[];
  /** What `studio:check` finds wrong with the flows. */
  readonly flowProblems: readonly FlowProblem[];
  /** The environment and `.env`, by name. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** An error of a flow, in a sentence. */
export interface FlowProblem {
  readonly flow: string;
  readonly message: string;
}

/** The unique name of our Serverless Service, and the friendly name of everything else of ours. */
export const SERVICE_NAME = "gatehouse";

/** Live calls run in this environment; what plain `twilio serverless:deploy` makes (`dev`) is another. */
export const ENVIRONMENT_NAME = "production";
