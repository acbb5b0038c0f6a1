import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { followCallback } from "../../src/runtime/office/callback-follow";
import { xml } from "../../src/runtime/reply";
import { readCallbackStatus } from "../../src/telephony/read-callback-status";
import { renderCallbackEnd } from "../../src/twiml/render-callback";

/** How the calls of a call-back go: a status callback of both, and the action of the Dial between them. */
export const handler = defineVoiceFunction(
  readCallbackStatus,
  async (status, wiring) => xml(await followCallback(wiring, status)),
  xml(renderCallbackEnd()),
);
