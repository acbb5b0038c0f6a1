import { SERVICE_NAMES, type ServiceRole } from "../config/environment";
import type { UncompiledLine, UncompiledPolicy } from "../config/read-policy";
import type { FlowFile } from "../flows/flow-file";
import type { Home } from "../policy/home/home";
import type { Office } from "../policy/office/office";
import type { ReputationPolicy } from "../policy/reputation";
import type { VanityPolicy } from "../policy/vanity/vanity";
import type { BuildContents } from "./build-contents";

/** What the repository wants of the account. */
export interface Project {
  readonly lines: readonly UncompiledLine[];
  readonly country: string;
  readonly timezone: string;
  readonly isSample: boolean;
  readonly has: UncompiledPolicy["has"];
  /** Who may sign in to the web console. */
  readonly admins: UncompiledPolicy["admins"];
  readonly home: Home | undefined;
  readonly office: Office | undefined;
  readonly reputation: ReputationPolicy | undefined;
  readonly vanity: VanityPolicy | undefined;
  /** What is built for each of our Services, whether the policy has a use for it or not. */
  readonly builds: Readonly<Record<ServiceRole, BuildContents>>;
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

/** The friendly name of everything of ours that has one. */
export const SERVICE_NAME = SERVICE_NAMES.calls;

/** Live calls run in this environment; what plain `twilio serverless:deploy` makes (`dev`) is another. */
export const ENVIRONMENT_NAME = "production";
