import type { Parameters } from "./events";
import type { ContextVariables } from "./execution";
import type { Json } from "./json";

/**
 * The variables an incoming call starts with: its parameters word for word under `trigger.call`, save AddOns, which Studio
 * parses; the caller's and our address.
 * @see https://www.twilio.com/docs/studio/widget-library/trigger-start
 */
export function startVariables(variables: ContextVariables, parameters: Parameters): ContextVariables {
  const { AddOns: addOns, From: from = "", To: to = "" } = parameters;
  const call = addOns === undefined ? parameters : { ...parameters, AddOns: parseAddOns(addOns) };
  return {
    ...variables,
    trigger: { call },
    flow: { ...variables.flow, channel: { address: to } },
    contact: { channel: { address: from } },
  };
}

function parseAddOns(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
