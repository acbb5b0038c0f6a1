import type { VoiceSettings } from "../account/phone-numbers";
import type { SipMapping } from "../account/sip-domains";
import type { ServiceRole } from "../config/environment";
import type { Observed } from "./observed";
import type { Project } from "./project";

/** Which of our Serverless Services a step is about. */
interface OfService {
  readonly service: ServiceRole;
}

/** What each step needs to be told. Values that are secret, or not known before, are not part of a plan. */
interface StepDetails {
  createSyncService: unknown;
  createSyncMap: { readonly name: string };
  createSyncDocument: { readonly name: string };
  createService: OfService;
  removeConsole: unknown;
  createEnvironment: OfService;
  createVerifyService: unknown;
  createCredentialList: unknown;
  createSipUser: unknown;
  createSipDomain: unknown;
  mapCredentialList: { readonly mapping: SipMapping };
  setVariable: OfService & { readonly key: string; readonly sid: string | undefined };
  build: OfService;
  publishFlow: { readonly name: string };
  pointSipDomain: unknown;
  pointNumber: { readonly number: string; readonly sid: string };
  restoreNumber: { readonly number: string; readonly sid: string; readonly before: VoiceSettings };
}

/** The names of the steps. */
export type StepName = keyof StepDetails;

/** One thing to do in the account. */
export type Step<Name extends StepName = StepName> = {
  [Each in Name]: { readonly do: Each } & StepDetails[Each];
}[Name];

/** What happens to a thing, in Terraform's words. `leave` is for what is there and stays. */
export type Action = "create" | "change" | "remove" | "restore" | "leave";

/** What a deploy would do to one thing, and how. */
export interface Change {
  /** Such as `Sync map`, `variable`, `flow`. */
  readonly kind: string;
  readonly name: string;
  readonly action: Action;
  /** What about it changes, a sentence each. */
  readonly details: readonly string[];
  readonly steps: readonly Step[];
}

/** What a planner looks at. */
export interface PlanFacts {
  readonly project: Project;
  readonly observed: Observed;
}

/** What a deploy does: first all that calls need, then the web console, without which the telephone does as well. */
export interface Plan {
  readonly calls: readonly Change[];
  readonly console: readonly Change[];
}

/** Plans for one kind of thing. */
export type Planner = (facts: PlanFacts) => readonly Change[];

/** A thing that stays as it is. */
export function leave(kind: string, name: string, ...details: readonly string[]): Change {
  return { kind, name, action: "leave", details, steps: [] };
}

/** A thing that is made by one step. */
export function create(kind: string, name: string, step: Step): Change {
  return { kind, name, action: "create", details: [], steps: [step] };
}
