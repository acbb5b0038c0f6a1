import { exit, parametersOf, type Widget } from "./widget";

/**
 * Add TwiML Redirect: gives the call to other TwiML. Studio does not fetch the URL, Twilio Voice does. Exits: `return` that
 * TwiML redirected back with FlowEvent=return · `timeout` it did not in time · `fail` the URL cannot be read.
 * With `timeout` "0" nobody is expected back.
 * @see https://www.twilio.com/docs/studio/widget-library/twiml-redirect
 */
export const addTwimlRedirect: Widget<"add-twiml-redirect"> = {
  enter: ({ url, method = "POST", timeout = "14400" }, { liquid, warn }) => {
    const target = liquid(url).trim();
    if (!URL.canParse(target)) {
      warn(`${JSON.stringify(target)} is no URL to redirect to`);
      return exit("fail");
    }
    const verbs = [{ name: "Redirect", attributes: { method: liquid(method) }, children: [target] }];
    return Number(liquid(timeout)) === 0
      ? { does: "speak", verbs, leaving: exit("timeout") }
      : { does: "speak", verbs };
  },
  resume: (_properties, arrival) =>
    arrival.type === "webhook" && arrival.flowEvent === "timeout"
      ? exit("timeout")
      : exit("return", parametersOf(arrival)),
};
