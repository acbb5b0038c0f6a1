import { defineFlowFunction } from "../../src/runtime/define-flow-function";
import { askOwner } from "../../src/runtime/home/ask-owner";
import { xml } from "../../src/runtime/reply";
import { readQuestionFromFlow } from "../../src/telephony/read-owner-question";

/** TwiML Redirect widget `ask_owner`: rings the owner about a number that is not listed. */
export const handler = defineFlowFunction(readQuestionFromFlow, async (question, wiring) =>
  xml(askOwner(wiring, question)),
);
