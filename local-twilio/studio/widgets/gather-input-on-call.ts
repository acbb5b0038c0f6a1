import type { PropertiesOf } from "../schema/widget-schemas";
import type { Verb } from "../twiml/verb";
import { renderPrompt } from "./prompt";
import { exit, parametersOf, speak, type Widget, type WidgetContext } from "./widget";

/**
 * Gather Input On Call: always keys and speech. Exits: `keypress` when Digits came, `speech` when SpeechResult came,
 * `timeout` when neither did. Every call parameter of the webhook is an output; `timeout` leaves the last Digits as they were.
 * @see https://www.twilio.com/docs/studio/widget-library/gather-input-call
 */
export const gatherInputOnCall: Widget<"gather-input-on-call"> = {
  enter: (properties, context) => speak(gather(properties, context)),
  resume: (_properties, arrival, { settings }) => {
    const parameters = parametersOf(arrival);
    const { Digits: digits, SpeechResult: speechResult } = parameters;
    if (digits) return exit("keypress", parameters);
    if (speechResult) return exit("speech", parameters);
    return exit(digits === undefined ? "timeout" : settings.emptyDigits, parameters);
  },
};

function gather(properties: PropertiesOf<"gather-input-on-call">, context: WidgetContext): Verb {
  const {
    timeout = 5,
    stop_gather: stops = true,
    finish_on_key: finishOnKey = "#",
    number_of_digits,
  } = properties;
  const { liquid, webhookUrl } = context;
  const given = (template: string | undefined) => liquid(template) || undefined;
  return {
    name: "Gather",
    attributes: {
      input: "dtmf speech",
      action: webhookUrl("gatherComplete"),
      method: "POST",
      // Without it silence would fall through to the next verb, and the flow would never learn of it.
      actionOnEmptyResult: true,
      timeout,
      numDigits: number_of_digits || undefined,
      finishOnKey: stops ? finishOnKey : "",
      language: given(properties.gather_language) === "en" ? "en-US" : given(properties.gather_language),
      hints: given(properties.hints),
      profanityFilter: given(properties.profanity_filter),
      speechTimeout: given(properties.speech_timeout) ?? "auto",
      speechModel: given(properties.speech_model),
    },
    children: renderPrompt(properties, context),
  };
}
