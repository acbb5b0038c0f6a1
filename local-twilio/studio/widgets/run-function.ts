import type { KeyValue } from "../schema/property-schema";
import { httpOutputs, isReadable } from "./http-outputs";
import { exit, type Widget, type WidgetContext } from "./widget";

/**
 * Run Function. Exits: `success` a 2xx or 3xx within ten seconds and 64 kB · `fail` anything else.
 * A Function that answers TwiML takes the call over, and Studio gives it up.
 * @see https://www.twilio.com/docs/studio/widget-library/run-function
 */
export const runFunction: Widget<"run-function"> = {
  enter: ({ url, parameters }, context) => {
    const target = context.liquid(url).trim();
    if (!URL.canParse(target)) {
      context.warn(`${JSON.stringify(target)} is no URL of a Function`);
      return exit("fail");
    }
    const request = {
      method: "POST",
      url: target,
      contentType: "application/x-www-form-urlencoded;charset=utf-8",
      parameters: renderPairs(parameters, context),
    } as const;
    return { does: "request", request };
  },
  resume: (_properties, arrival, { outputs, warn }) => {
    if (arrival.type !== "response" || !isReadable(arrival.response)) return exit("fail");
    const { response } = arrival;
    const { status, contentType, body } = response;
    const succeeded = status >= 200 && status < 400;
    if (succeeded && isTwiml(contentType, body)) {
      warn("the Function answered TwiML, so Studio gave the call up to it");
      return { does: "handOver", twiml: body };
    }
    return exit(succeeded ? "success" : "fail", httpOutputs(response, outputs));
  },
};

/** A list of keys and Liquid values as the parameters of a request; the last of equal keys wins. */
export function renderPairs(
  pairs: readonly KeyValue[] | undefined,
  { liquid }: Pick<WidgetContext, "liquid">,
) {
  return Object.fromEntries((pairs ?? []).map(({ key, value }) => [key, liquid(value)]));
}

function isTwiml(contentType: string, body: string): boolean {
  return /^(text|application)\/xml\b/i.test(contentType) && /<Response[\s/>]/.test(body);
}
