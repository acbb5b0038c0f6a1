import { renderPrompt } from "./prompt";
import { exit, speak, type Widget } from "./widget";

/**
 * Say/Play. Exit: `audioComplete`.
 * @see https://www.twilio.com/docs/studio/widget-library/sayplay
 */
export const sayPlay: Widget<"say-play"> = {
  enter: (properties, context) =>
    speak(...renderPrompt(properties, context), {
      name: "Redirect",
      attributes: { method: "POST" },
      children: [context.webhookUrl("audioComplete")],
    }),
  resume: () => exit("audioComplete"),
};
