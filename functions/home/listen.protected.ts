import { defineFlowFunction } from "../../src/runtime/define-flow-function";
import { letOwnerIn } from "../../src/runtime/home/let-owner-in";
import { xml } from "../../src/runtime/reply";
import { readOwnerJoining } from "../../src/telephony/read-owner-joining";

/** TwiML Redirect widget `join_call`: lets the owner into a call in progress, once those who talk were told. */
export const handler = defineFlowFunction(readOwnerJoining, async (request, wiring) =>
  xml(await letOwnerIn(wiring, request)),
);
