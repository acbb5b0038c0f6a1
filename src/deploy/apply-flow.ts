import { createFlow, publishFlow, validateFlow } from "../account/studio-flows";
import { bindFlow } from "../flows/bind-flow";
import { commitMessageOf } from "../flows/commit-message";
import { flowTargets } from "./flow-targets-of";
import { made, type World } from "./world";

/** Publishes a flow, bound to what the account holds, once Studio has said that it accepts it. */
export async function applyFlow(
  { account, project, found, keep, deployment }: World,
  { name, sid }: { readonly name: string; readonly sid: string | undefined },
): Promise<void> {
  const flow = project.flows.find((one) => one.name === name);
  if (flow === undefined)
    throw new Error(`Cannot publish the flow ${name}: the repository has none of that name`);
  made(found, "domainName");
  const { friendlyName } = flow;
  const definition = bindFlow(flow, flowTargets(found));
  const revision = { friendlyName, definition, commitMessage: commitMessageOf(flow.definition) };
  await validateFlow(account, revision);
  const live = await (sid === undefined
    ? createFlow(account, revision)
    : publishFlow(account, sid, revision));
  found.flowSids[name] = live.sid;
  found.webhookUrls[name] = live.webhookUrl;
  found.revisions[name] = live.revision;
  await keep({ flows: { ...deployment().flows, [name]: live.sid } });
}
