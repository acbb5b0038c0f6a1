import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { askOwner } from "../../src/runtime/home/ask-owner";
import { xml } from "../../src/runtime/reply";
import { readQuestionFromFlow } from "../../src/telephony/read-owner-question";
import { renderOwnerAnswer } from "../../src/twiml/render-owner-question";

/** TwiML Redirect widget `ask_owner`: rings the owner about a number that is not listed. Without all it needs nobody is rung. */
export const handler = defineVoiceFunction(
  readQuestionFromFlow,
  async (question, wiring) => xml(askOwner(wiring, question)),
  xml(renderOwnerAnswer("Sorry, this call cannot be placed right now.", "hangup")),
);
