import type { PropertiesOf } from "../schema/widget-schemas";
import type { Verb } from "../twiml/verb";
import { isCallEnded } from "./call-ended";
import { exit, parametersOf, speak, type Widget, type WidgetContext } from "./widget";

type Properties = PropertiesOf<"connect-call-to">;

/**
 * Connect Call To. Exits: `callCompleted` the dialled leg ended, answered or not · `hangup` the caller left first.
 * Branch on `DialCallStatus` to tell busy from no-answer.
 * @see https://www.twilio.com/docs/studio/widget-library/connect-call
 */
export const connectCallTo: Widget<"connect-call-to"> = {
  enter: (properties, context) => {
    const { liquid, webhookUrl } = context;
    const { caller_id: callerId = "{{contact.channel.address}}", timeout = 30, record } = properties;
    return speak({
      name: "Dial",
      attributes: {
        action: webhookUrl("callCompleted"),
        method: "POST",
        callerId: liquid(callerId).trim() || undefined,
        timeout,
        timeLimit: liquid(properties.time_limit).trim() || undefined,
        record: record ? "record-from-answer" : undefined,
      },
      children: nouns(properties, context),
    });
  },
  resume: (_properties, arrival) => {
    const parameters = parametersOf(arrival);
    return exit(isCallEnded(parameters) ? "hangup" : "callCompleted", parameters);
  },
};

const NOUNS = {
  number: "Number",
  "number-multi": "Number",
  client: "Client",
  conference: "Conference",
  sim: "Sim",
} as const;

function nouns(properties: Properties, { liquid }: WidgetContext): readonly Verb[] {
  const { noun = "number" } = properties;
  if (noun === "sip") return [sip(properties, liquid)];
  const to = liquid(properties.to).trim();
  const each = noun === "number-multi" ? to.split(",").map((number) => number.trim()) : [to];
  const name = isPlainNoun(noun) ? NOUNS[noun] : NOUNS.number;
  return each.filter((number) => number !== "").map((number) => ({ name, children: [number] }));
}

function isPlainNoun(noun: string): noun is keyof typeof NOUNS {
  return Object.hasOwn(NOUNS, noun);
}

function sip(
  { sip_endpoint, sip_username, sip_password }: Properties,
  liquid: WidgetContext["liquid"],
): Verb {
  const attributes = {
    username: liquid(sip_username) || undefined,
    password: liquid(sip_password) || undefined,
  };
  return { name: "Sip", attributes, children: [liquid(sip_endpoint).trim()] };
}
