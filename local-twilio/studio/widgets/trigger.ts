import { exit, type Widget } from "./widget";

/**
 * Trigger. Exits by what started the execution; local Twilio starts executions by incoming calls.
 * @see https://www.twilio.com/docs/studio/widget-library/trigger-start
 */
export const trigger: Widget<"trigger"> = {
  enter: () => exit("incomingCall"),
};
