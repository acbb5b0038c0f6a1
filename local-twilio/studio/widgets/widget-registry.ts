import type { WidgetType } from "../schema/widget-schemas";
import { addTwimlRedirect } from "./add-twiml-redirect";
import { connectCallTo } from "./connect-call-to";
import { gatherInputOnCall } from "./gather-input-on-call";
import { makeHttpRequest } from "./make-http-request";
import { recordVoicemail } from "./record-voicemail";
import { refused } from "./refused";
import { runFunction } from "./run-function";
import { sayPlay } from "./say-play";
import { setVariables } from "./set-variables";
import { splitBasedOn } from "./split-based-on";
import { trigger } from "./trigger";
import type { Widget } from "./widget";

/** Every widget type of Studio's, with what runs it. A type that is left out does not compile. */
export const widgets: { readonly [T in WidgetType]: Widget<T> } = {
  trigger,
  "split-based-on": splitBasedOn,
  "set-variables": setVariables,
  "run-function": runFunction,
  "make-http-request": makeHttpRequest,
  "say-play": sayPlay,
  "gather-input-on-call": gatherInputOnCall,
  "connect-call-to": connectCallTo,
  "record-voicemail": recordVoicemail,
  "add-twiml-redirect": addTwimlRedirect,
  "add-member-to-chat-channel": refused("add-member-to-chat-channel"),
  "capture-payments": refused("capture-payments"),
  "connect-virtual-agent": refused("connect-virtual-agent"),
  "connect-virtual-agent-v2": refused("connect-virtual-agent-v2"),
  "create-chat-channel": refused("create-chat-channel"),
  "create-task": refused("create-task"),
  "enqueue-call": refused("enqueue-call"),
  "fork-stream": refused("fork-stream"),
  "make-outgoing-call-v1": refused("make-outgoing-call-v1"),
  "make-outgoing-call-v2": refused("make-outgoing-call-v2"),
  "record-call": refused("record-call"),
  "resume-conversation": refused("resume-conversation"),
  "run-conversation-relay": refused("run-conversation-relay"),
  "run-function-v2": refused("run-function-v2"),
  "run-subflow": refused("run-subflow"),
  "send-and-wait-for-reply": refused("send-and-wait-for-reply"),
  "send-message": refused("send-message"),
  "send-to-auto-pilot": refused("send-to-auto-pilot"),
  "send-to-flex": refused("send-to-flex"),
  "start-conversation": refused("start-conversation"),
  understand: refused("understand"),
  "update-sync-object": refused("update-sync-object"),
};
