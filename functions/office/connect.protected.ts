import { defineFlowFunction } from "../../src/runtime/define-flow-function";
import { connectOffice } from "../../src/runtime/office/connect-office";
import { xml } from "../../src/runtime/reply";
import { readOfficeConnecting } from "../../src/telephony/read-office-connecting";

/** TwiML Redirect widget `connect_office`: rings a department, or whoever is told first who calls. */
export const handler = defineFlowFunction(readOfficeConnecting, async (request, wiring) =>
  xml(await connectOffice(wiring, request)),
);
