import { defineFlowFunction } from "../../src/runtime/define-flow-function";
import { connectHome } from "../../src/runtime/home/connect-home";
import { xml } from "../../src/runtime/reply";
import { readHouseholdCall } from "../../src/telephony/read-household-call";

/** TwiML Redirect widget `connect_home`: rings the home's phone, and lets the caller wait for it. */
export const handler = defineFlowFunction(readHouseholdCall, async (call, wiring) =>
  xml(await connectHome(wiring, call)),
);
