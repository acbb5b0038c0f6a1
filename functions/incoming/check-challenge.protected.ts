import { answerChallenge } from "../../src/runtime/answer-challenge";
import { defineCallFunction } from "../../src/runtime/define-call-function";
import { json } from "../../src/runtime/reply";
import { readChallengeAnswer } from "../../src/telephony/read-challenge-answer";

/** Run Function widget `check_challenge`: tells the flow whether the caller pressed, or said, the digits. */
export const handler = defineCallFunction(readChallengeAnswer, async (answer, wiring) =>
  json({ ...(await answerChallenge(wiring, answer)) }),
);
