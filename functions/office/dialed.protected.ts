import { defineFlowFunction } from "../../src/runtime/define-flow-function";
import { followDial } from "../../src/runtime/office/follow-dial";
import { xml } from "../../src/runtime/reply";
import { readOfficeDialed } from "../../src/telephony/read-office-dialed";

/** Where a call goes on after each step of its ringing: the next telephones, or back into the flow. */
export const handler = defineFlowFunction(readOfficeDialed, async (dialed, wiring) =>
  xml(await followDial(wiring, dialed)),
);
