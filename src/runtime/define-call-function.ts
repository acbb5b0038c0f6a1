import { answerRequest, type Handle, type Handler, type Read } from "./answer-request";
import { type Reply, text } from "./reply";
import { type CallWiring, wireCall } from "./wiring";

/**
 * As `defineFunction`, for a Function that a ringing call waits for: without mail, whose library would be loaded with it
 * on every cold start.
 */
export function defineCallFunction<Input>(read: Read<Input>, handle: Handle<Input, CallWiring>): Handler {
  return answerRequest({
    read,
    handle,
    wire: wireCall,
    refuse: (message) => text(400, message),
    fail: () => text(500, "Failed"),
  });
}

/** As `defineCallFunction`, for voice webhooks: whatever happens, Twilio gets TwiML. */
export function defineVoiceFunction<Input>(
  read: Read<Input>,
  handle: Handle<Input, CallWiring>,
  fallback: Reply,
): Handler {
  return answerRequest({ read, handle, wire: wireCall, refuse: () => fallback, fail: () => fallback });
}
