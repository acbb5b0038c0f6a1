import { answerScreening } from "../../src/runtime/answer-screening";
import { defineCallFunction } from "../../src/runtime/define-call-function";
import { json } from "../../src/runtime/reply";
import { readIncomingCall } from "../../src/telephony/read-incoming-call";

/** Run Function widget `screen_call`: tells the flow what to do with a ringing call. */
export const handler = defineCallFunction(readIncomingCall, async (call, wiring) =>
  json({ ...(await answerScreening(wiring, call)) }),
);
