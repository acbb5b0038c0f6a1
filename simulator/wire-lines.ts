import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { LocalTwilio } from "../local-twilio/local-twilio";
import { bindFlow } from "../src/flows/bind-flow";
import { PROJECT } from "./project";

const bindingsSchema = z.looseObject({ "incoming-call": z.looseObject({ baseUrl: z.string() }) });

/**
 * Creates the flow and points every number at it. Studio hears of hang-ups only through the number's status callback;
 * the fallback is a static asset, fetched by GET, so that it works with every Function down.
 * @see https://www.twilio.com/docs/studio/widget-library/trigger-start
 */
export async function wireLines(
  local: LocalTwilio,
  numbers: readonly string[],
  functionsUrl: string,
): Promise<void> {
  const { baseUrl } = bindingsSchema.parse(await readStudioFile("bindings.json"))["incoming-call"];
  const definition = await readStudioFile("incoming-call.json");
  const accountSid = local.account.sid;
  const flow = local.studio.createFlow(
    bindFlow({ definition, bindings: { baseUrl } }, { domainUrl: functionsUrl }),
  );
  const webhook = `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flow}`;
  const settings = {
    voiceUrl: webhook,
    voiceFallbackUrl: `${functionsUrl}/fallback.xml`,
    voiceFallbackMethod: "GET",
    statusCallback: webhook,
  } as const;
  for (const number of new Set(numbers)) local.addNumber(number, settings);
}

async function readStudioFile(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(PROJECT, "studio", name), "utf8"));
}
