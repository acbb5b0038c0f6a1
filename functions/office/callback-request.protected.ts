import { defineCallFunction } from "../../src/runtime/define-call-function";
import { requestCallback } from "../../src/runtime/office/callback-request";
import { json } from "../../src/runtime/reply";
import { readCallbackRequest } from "../../src/telephony/read-callback-request";

/** Run Function widget `request_callback`: puts a caller who wants to be called back into the queue. */
export const handler = defineCallFunction(readCallbackRequest, async (request, wiring) =>
  json({ ...(await requestCallback(wiring, request)) }),
);
