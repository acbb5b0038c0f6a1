import { boolean, oneOf, pairs, text, type WidgetSchema } from "./property-schema";

/** The widgets that run inside Studio, without the call. @see https://www.twilio.com/docs/studio/widget-library */
export const LOGIC_WIDGETS = {
  trigger: {
    events: [
      "incomingMessage",
      "incomingCall",
      "incomingConversationMessage",
      "incomingRequest",
      "incomingParent",
    ],
    twiml: false,
    properties: {},
  },
  "split-based-on": {
    events: ["noMatch", "match"],
    twiml: false,
    properties: { input: text },
    required: ["input"],
    outputs: [],
  },
  "set-variables": { events: ["next"], twiml: false, properties: { variables: pairs } },
  "run-function": {
    events: ["success", "fail"],
    twiml: false,
    properties: {
      url: text,
      parameters: pairs,
      service_sid: text,
      environment_sid: text,
      function_sid: text,
    },
    required: ["url"],
    outputs: ["body", "content_type", "status_code", "parsed", "headers"],
  },
  "make-http-request": {
    events: ["success", "failed"],
    twiml: false,
    properties: {
      method: oneOf("GET", "POST"),
      url: text,
      body: text,
      parameters: pairs,
      content_type: oneOf(
        "application/x-www-form-urlencoded;charset=utf-8",
        "application/json;charset=utf-8",
        "application/x-www-form-urlencoded",
        "application/json",
      ),
      add_twilio_auth: boolean,
    },
    required: ["url"],
    outputs: ["body", "content_type", "status_code", "parsed"],
  },
  "run-subflow": {
    events: ["completed", "failed"],
    twiml: false,
    properties: { flow_sid: { kind: "text", literal: true }, flow_revision: text, parameters: pairs },
    required: ["flow_sid", "flow_revision"],
  },
} as const satisfies Record<string, WidgetSchema>;
