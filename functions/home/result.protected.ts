import { defineCallFunction } from "../../src/runtime/define-call-function";
import { concludeHomeCall } from "../../src/runtime/home/conclude-home-call";
import { json } from "../../src/runtime/reply";
import { readReturnedCall } from "../../src/telephony/read-returned-call";

/** Run Function widget `home_result`: tells the flow how a call goes on that comes back from the home's phone. */
export const handler = defineCallFunction(readReturnedCall, async (call, wiring) =>
  json({ ...(await concludeHomeCall(wiring, call)) }),
);
