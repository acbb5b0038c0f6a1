import { httpOutputs, isReadable } from "./http-outputs";
import { renderPairs } from "./run-function";
import { exit, type Widget } from "./widget";

const FORM = "application/x-www-form-urlencoded;charset=utf-8";

/**
 * Make HTTP Request. Exits: `success` a 2xx within ten seconds and 64 kB (redirects are followed) · `failed` anything else.
 * @see https://www.twilio.com/docs/studio/widget-library/http-request
 */
export const makeHttpRequest: Widget<"make-http-request"> = {
  enter: (properties, context) => {
    const { liquid, warn } = context;
    const {
      method = "GET",
      content_type: contentType = FORM,
      parameters,
      add_twilio_auth: auth,
    } = properties;
    const url = liquid(properties.url).trim();
    if (!URL.canParse(url)) {
      warn(`${JSON.stringify(url)} is no URL to request`);
      return exit("failed");
    }
    // Twilio's credentials are only ever sent to Twilio: elsewhere the widget fails without a request.
    if (auth && !/(^|\.)twilio\.com$/.test(new URL(url).hostname)) return exit("failed");
    const body = liquid(properties.body);
    return {
      does: "request",
      request: {
        method: method === "POST" ? "POST" : "GET",
        url,
        contentType,
        followsRedirects: true,
        parameters: renderPairs(parameters, context),
        ...(body === "" ? {} : { body }),
        ...(auth ? { addTwilioAuth: true } : {}),
      },
    };
  },
  resume: (_properties, arrival, { outputs }) => {
    if (arrival.type !== "response" || !isReadable(arrival.response)) return exit("failed");
    const { response } = arrival;
    const succeeded = response.status >= 200 && response.status < 300;
    return exit(succeeded ? "success" : "failed", httpOutputs(response, outputs));
  },
};
