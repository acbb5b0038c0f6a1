import type { FlowFile } from "../flows/flow-file";
import type { FlowTargets } from "../flows/flow-targets";
import type { FlowFacts } from "./plan-flows";
import type { FoundService } from "./world";

/** What a flow is bound to, as far as it is known: before the first deploy there is no domain. */
export function flowTargets(
  found: Omit<FoundService, "buildSid">,
  { values }: Pick<FlowFile, "values">,
): FlowTargets {
  const { domainName, serviceSid, environmentSid, functionSids } = found;
  const functions = new Map(Object.entries(functionSids));
  return {
    domainUrl: `https://${domainName ?? "not-deployed.invalid"}`,
    ...(serviceSid && environmentSid ? { service: { serviceSid, environmentSid, functions } } : {}),
    values,
  };
}

/** What a flow that is live was bound to. */
export function observedTargets(
  { services: { calls: service }, kept }: Pick<FlowFacts, "services" | "kept">,
  flow: Pick<FlowFile, "values">,
): FlowTargets {
  const domainName = service?.environment?.domainName ?? kept.deployment.domainName;
  const environmentSid = service?.environment?.sid;
  const found = {
    functionSids: service?.functionSids ?? {},
    ...(domainName && { domainName }),
    ...(service && { serviceSid: service.sid }),
    ...(environmentSid && { environmentSid }),
  };
  return flowTargets(found, flow);
}
