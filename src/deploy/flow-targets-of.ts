import type { FlowTargets } from "../flows/flow-targets";
import type { Observed } from "./observed";
import type { Found } from "./world";

/** What flows are bound to, as far as it is known: before the first deploy there is no domain. */
export function flowTargets(
  found: Pick<Found, "domainName" | "serviceSid" | "environmentSid" | "functionSids">,
): FlowTargets {
  const { domainName, serviceSid, environmentSid, functionSids } = found;
  const functions = new Map(Object.entries(functionSids));
  return {
    domainUrl: `https://${domainName ?? "not-deployed.invalid"}`,
    ...(serviceSid && environmentSid ? { service: { serviceSid, environmentSid, functions } } : {}),
  };
}

/** What the flows that are live were bound to. */
export function observedTargets({ service, kept }: Pick<Observed, "service" | "kept">): FlowTargets {
  const domainName = service?.environment?.domainName ?? kept.deployment.domainName;
  const environmentSid = service?.environment?.sid;
  return flowTargets({
    functionSids: service?.functionSids ?? {},
    ...(domainName && { domainName }),
    ...(service && { serviceSid: service.sid }),
    ...(environmentSid && { environmentSid }),
  });
}
