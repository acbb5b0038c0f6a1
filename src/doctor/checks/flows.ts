import type { LiveFlow } from "../../account/studio-flows";
import { type FlowContext, flowStanding } from "../../deploy/flow-standing";
import { flowTargets } from "../../deploy/flow-targets-of";
import { placesNotFilled } from "../../flows/flow-fills";
import { check } from "../check";
import { complaintsOr, type Finding, failure, warning } from "../finding";
import type { FlowFound } from "../facts/flows";

const DEPLOY = "npm run deploy";
const PULL = "npm run studio:pull";

/** What callers meet against what the repository has, bound as deploy would bind it; and drafts, which nobody meets. */
export const flowsCheck = check({
  name: "flows",
  title: "Flows",
  needs: ["flows", "liveService", "deployment"],
  judge: ({ flows, liveService: { sid, environment, functionSids }, deployment }) => {
    const { domainName, sid: environmentSid } = environment;
    const found = { serviceSid: sid, environmentSid, domainName, functionSids };
    const released = deployment.releases.at(-1)?.flows ?? {};
    const complaints = flows.flatMap((flow) => {
      const targets = flowTargets(found, flow.ours);
      return judgeFlow(flow, { targets, released: released[flow.ours.name] });
    });
    return complaintsOr(`${flows.length} published, as the repository has them`, complaints);
  },
});

function judgeFlow({ ours, latest, published }: FlowFound, context: FlowContext): Finding[] {
  const { name } = ours;
  if (latest === undefined) return [failure(`Studio has no flow ${name}`, DEPLOY)];
  const drafts = latest.status === "draft" ? [draftOf(name, latest)] : [];
  if (published === undefined)
    return [failure(`no revision of ${name} is published, so callers get none`, DEPLOY), ...drafts];
  return [...judgePublished({ ours, published }, context), ...drafts];
}

function draftOf(name: string, { revision }: LiveFlow): Finding {
  return warning(
    `revision ${revision} of ${name} is a draft, which callers do not meet`,
    `Publish it in Studio, then ${PULL}; or have ${DEPLOY} publish the repository's`,
  );
}

/** Who is ahead: whoever has what the other has not. */
function judgePublished(
  { ours, published }: { readonly ours: FlowFound["ours"]; readonly published: LiveFlow },
  context: FlowContext,
): Finding[] {
  const { name, file } = ours;
  const [unfilled] = placesNotFilled(ours.definition, ours.bindings.fills);
  if (unfilled !== undefined)
    return [failure(`${file} cannot be deployed: ${unfilled}`, `Mend that, then ${DEPLOY}`)];
  const standing = flowStanding(published, ours, context);
  switch (standing.kind) {
    case "absent":
    case "same":
      return [];
    case "ours":
    case "pulled":
      return [warning(`${name}: the repository is ahead of Studio: ${standing.why}`, DEPLOY)];
    case "edited":
      return [warning(`${name}: Studio is ahead of the repository: ${standing.why}`, PULL)];
  }
}
