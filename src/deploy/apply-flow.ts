import { createFlow, type FlowToPublish, type LiveFlow, validateFlow } from "../account/studio-flows";
import { bindFlow } from "../flows/bind-flow";
import { commitMessageOf } from "../flows/commit-message";
import { publishUnlessEdited } from "./flow-publish";
import { flowTargets } from "./flow-targets-of";
import { made, type World } from "./world";

/**
 * Publishes a flow, bound to what the account holds, once Studio has said that it accepts it.
 * @throws FlowChangedMeanwhile when it was edited in Studio since the plan was made: building takes minutes
 */
export async function applyFlow(world: World, { name }: { readonly name: string }): Promise<void> {
  const { account, project, found, keep, deployment } = world;
  const flow = project.flows.find((one) => one.name === name);
  if (flow === undefined)
    throw new Error(`Cannot publish the flow ${name}: the repository has none of that name`);
  made(found.services.calls, "domainName");
  const { friendlyName } = flow;
  const definition = bindFlow(flow, flowTargets(found.services.calls, flow));
  const revision = { friendlyName, definition, commitMessage: commitMessageOf(flow.definition) };
  await validateFlow(account, revision);
  const live = await publish(world, name, revision);
  found.flowSids[name] = live.sid;
  found.webhookUrls[name] = live.webhookUrl;
  found.revisions[name] = live.revision;
  await keep({ flows: { ...deployment().flows, [name]: live.sid } });
}

function publish({ account, observed }: World, name: string, revision: FlowToPublish): Promise<LiveFlow> {
  const seen = observed.flows[name];
  return seen === undefined ? createFlow(account, revision) : publishUnlessEdited(account, seen, revision);
}
