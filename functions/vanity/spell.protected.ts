import { defineCallFunction } from "../../src/runtime/define-call-function";
import { json } from "../../src/runtime/reply";
import { answerSpelling } from "../../src/runtime/vanity/answer-spelling";
import { readVanityRequest } from "../../src/telephony/read-vanity-request";

/** Run Function widget `spell_number`: says what a number spells, takes the answer, and tells the flow how to go on. */
export const handler = defineCallFunction(readVanityRequest, async (request, wiring) =>
  json({ ...(await answerSpelling(wiring, request)) }),
);
