import type { ServiceRole } from "../config/environment";
import type { Deployment } from "./deployment";

/** What is kept of one of our Serverless Services. `files`: what its newest build was made from, hashes by path. */
export interface KeptService {
  readonly serviceSid?: string | undefined;
  readonly environmentSid?: string | undefined;
  readonly domainName?: string | undefined;
  readonly files?: Record<string, string>;
}

/** What is kept of a Service. That of calls stands at the top, as it did when it was the only one. */
export function keptService(deployment: Deployment, role: ServiceRole): KeptService {
  return role === "calls" ? deployment : (deployment.console ?? {});
}

/** A change of what is kept of a Service, as a change of the deployment. */
export function serviceChange(
  deployment: Deployment,
  role: ServiceRole,
  change: KeptService,
): Partial<Deployment> {
  return role === "calls" ? change : { console: { ...(deployment.console ?? { files: {} }), ...change } };
}
