import { defineCallFunction } from "../../src/runtime/define-call-function";
import { authorizeOutgoing } from "../../src/runtime/home/authorize-outgoing";
import { json } from "../../src/runtime/reply";
import { readOutgoingCall } from "../../src/telephony/read-outgoing-call";

/** Run Function widget `authorize`: tells the flow whether the home's phone may call whom it has dialled. */
export const handler = defineCallFunction(readOutgoingCall, async (call, wiring) =>
  json({ ...(await authorizeOutgoing(wiring, call)) }),
);
