import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { answerOwner } from "../../src/runtime/home/answer-owner";
import { xml } from "../../src/runtime/reply";
import { readQuestionToOwner } from "../../src/telephony/read-owner-question";
import { renderOwnerAnswer } from "../../src/twiml/render-owner-question";

/** What the owner hears, and decides, before the home's phone is connected. Whatever fails connects nobody. */
export const handler = defineVoiceFunction(
  readQuestionToOwner,
  async (question, wiring) => xml(await answerOwner(wiring, question)),
  xml(renderOwnerAnswer("", "hangup")),
);
