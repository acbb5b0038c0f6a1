import type { Account } from "../account/account";
import { AccountFailure } from "../account/account-failure";
import { fetchBuildVersions } from "../account/builds";
import { validateFlow } from "../account/studio-flows";
import { bindFlow } from "../flows/bind-flow";
import { commitMessageOf } from "../flows/commit-message";
import type { FlowFile } from "../flows/flow-file";
import { flowPathsOf } from "../flows/flow-paths";
import type { CheckFlow } from "./flow-check";
import { flowRefusals } from "./flow-refusals";
import { observedTargets } from "./flow-targets-of";
import type { FlowFacts } from "./plan-flows";
import type { Refusal } from "./refusal";
import { refuseEdits } from "./refuse-edits";

/** Why flows must not be published that can be told from files and the account as it stands. */
export async function refusePush(
  account: Account,
  {
    flows,
    check,
    facts,
  }: { readonly flows: readonly FlowFile[]; readonly check: CheckFlow; readonly facts: FlowFacts },
): Promise<Refusal[]> {
  return [
    ...refuseAbsent(flows, facts),
    ...refuseEdits({ flows }, facts),
    ...flows.flatMap((flow) => refuseFaults(flow, check)),
    ...refuseMissing(flows, await livePaths(account, facts)),
  ];
}

/** A flow that nothing calls is of no use: deploying points numbers at it. */
function refuseAbsent(flows: readonly FlowFile[], facts: FlowFacts): Refusal[] {
  return flows
    .filter(({ name }) => facts.flows[name] === undefined)
    .map(({ name }) => ({
      why: `the account has no flow ${name} yet`,
      fix: "npm run deploy makes it, and points what calls it there",
    }));
}

function refuseFaults(flow: FlowFile, check: CheckFlow): Refusal[] {
  const errors = check(flow).filter(({ severity }) => severity === "error");
  return errors.map(({ text }) => ({
    why: `the flow ${flow.name} has an error: ${text}`,
    fix: `mend it; npm run studio:check -- ${flow.file} says more`,
  }));
}

function refuseMissing(flows: readonly FlowFile[], paths: readonly string[] | undefined): Refusal[] {
  if (paths === undefined) return [{ why: "no build is live, so no Function either", fix: "npm run deploy" }];
  return flows.flatMap((flow) =>
    flowPathsOf(flow)
      .filter(({ path }) => !paths.includes(path))
      .map(({ widget, path }) => ({
        why: `the widget ${widget} of the flow ${flow.name} calls ${path}, which the live build has not`,
        fix: `correct the URL in ${flow.file}, or npm run deploy, which brings Functions and flows together`,
      })),
  );
}

/** The paths of Functions and Assets in the build that is live; undefined when there is none. */
async function livePaths(
  account: Account,
  { services: { calls: service } }: FlowFacts,
): Promise<string[] | undefined> {
  const buildSid = service?.environment?.buildSid;
  if (service === undefined || buildSid === undefined) return undefined;
  const versions = await fetchBuildVersions(account, service.sid, buildSid);
  return versions && [...versions.functions, ...versions.assets].map(({ path }) => path);
}

/** What Studio itself says against what would be published. @throws AccountFailure when it says nothing */
export async function refuseByStudio(
  account: Account,
  flows: readonly FlowFile[],
  facts: FlowFacts,
): Promise<Refusal[]> {
  const found = await Promise.all(flows.map((flow) => askStudio(account, flow, facts)));
  return found.flat();
}

async function askStudio(account: Account, flow: FlowFile, facts: FlowFacts): Promise<Refusal[]> {
  const { friendlyName } = flow;
  const definition = bindFlow(flow, observedTargets(facts, flow));
  const commitMessage = commitMessageOf(flow.definition);
  try {
    await validateFlow(account, { friendlyName, definition, commitMessage });
    return [];
  } catch (failure) {
    const details = failure instanceof AccountFailure ? flowRefusals(failure, definition) : [];
    if (details.length === 0) throw failure;
    return [{ why: `Studio refuses the flow ${flow.name}`, details, fix: `mend ${flow.file}` }];
  }
}
