import type { LocalTwilio } from "../local-twilio/local-twilio";
import { flowValues } from "../src/deploy/flow-values";
import { bindFlow } from "../src/flows/bind-flow";
import type { FlowFile } from "../src/flows/flow-file";
import { readFlowFiles } from "../src/flows/read-flow-files";
import type { Policy } from "../src/policy/line";
import { PROJECT } from "./project";

/**
 * Creates the flow for numbers and points every number at it. Studio hears of hang-ups only through the number's status
 * callback; the fallback is a static asset, fetched by GET, so that it works with every Function down.
 * @see https://www.twilio.com/docs/studio/widget-library/trigger-start
 */
export function wireLines(local: LocalTwilio, numbers: readonly string[], functionsUrl: string): void {
  const webhook = createFlow(local, flowFor("numbers"), { domainUrl: functionsUrl });
  const settings = {
    voiceUrl: webhook,
    voiceFallbackUrl: `${functionsUrl}/fallback.xml`,
    voiceFallbackMethod: "GET",
    statusCallback: webhook,
  } as const;
  for (const number of new Set(numbers)) local.addNumber(number, settings);
}

/**
 * Creates the flow for the home's phone, with what of the policy stands in it.
 * @returns where its SIP Domain sends calls; the fallback, by GET, says that a call cannot be placed
 */
export function wireHome(
  local: LocalTwilio,
  policy: Pick<Policy, "home" | "country">,
  functionsUrl: string,
): { readonly voiceUrl: string; readonly voiceFallbackUrl: string } {
  const targets = { domainUrl: functionsUrl, values: flowValues(policy) };
  return {
    voiceUrl: createFlow(local, flowFor("sipDomain"), targets),
    voiceFallbackUrl: `${functionsUrl}/outgoing-fallback.xml`,
  };
}

/** @throws Error when no flow is for that */
function flowFor(attach: FlowFile["bindings"]["attach"]): FlowFile {
  const flow = readFlowFiles(PROJECT).find(({ bindings }) => bindings.attach === attach);
  if (flow === undefined)
    throw new Error(`Cannot wire the house: studio/bindings.json has no flow for ${attach}`);
  return flow;
}

/** The flow's webhook. */
function createFlow(local: LocalTwilio, flow: FlowFile, targets: Parameters<typeof bindFlow>[1]): string {
  const sid = local.studio.createFlow(bindFlow(flow, targets));
  return `https://webhooks.twilio.com/v1/Accounts/${local.account.sid}/Flows/${sid}`;
}
