import { readFileSync } from "node:fs";
import { choosePolicy } from "../build/choose-policy";
import { readPolicy, type UncompiledPolicy } from "../config/read-policy";
import type { FlowFile } from "../flows/flow-file";
import { readFlowFiles } from "../flows/read-flow-files";
import { flowValues } from "./flow-values";

/**
 * The flows that a project has a use for, with what of its policy stands in them. A flow for a SIP phone is left out
 * while the policy has no home: no phone could call it.
 * @throws ConfigurationError for a policy that is not right; TypeError for unreadable flows or bindings
 */
export function readProjectFlows(folder: string): readonly FlowFile[] {
  const flows = readFlowFiles(folder);
  const { policyFile } = choosePolicy(folder);
  return flowsFor(readPolicy(readFileSync(policyFile, "utf8"), policyFile), flows);
}

/** The flows that a policy has a use for, with its values. */
export function flowsFor(
  policy: Pick<UncompiledPolicy, "home" | "country">,
  flows: readonly FlowFile[],
): readonly FlowFile[] {
  const values = flowValues(policy);
  const isOfUse = ({ bindings }: FlowFile) => bindings.attach === "numbers" || policy.home !== undefined;
  return flows
    .filter(isOfUse)
    .map((flow) => (Object.keys(flow.bindings.fills).length === 0 ? flow : { ...flow, values }));
}
