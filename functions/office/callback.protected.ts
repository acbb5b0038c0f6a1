import { defineVoiceFunction } from "../../src/runtime/define-call-function";
import { answerCallback } from "../../src/runtime/office/callback-answer";
import { xml } from "../../src/runtime/reply";
import { readCallbackAnswer } from "../../src/telephony/read-callback-answer";
import { renderCallbackEnd } from "../../src/twiml/render-callback";

/** What a department's telephone hears about a call-back, and decides by a key. Whatever fails calls nobody. */
export const handler = defineVoiceFunction(
  readCallbackAnswer,
  async (answer, wiring) => xml(await answerCallback(wiring, answer)),
  xml(renderCallbackEnd()),
);
