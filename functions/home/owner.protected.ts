import { defineFunction } from "../../src/runtime/define-function";
import { answerOwnerKey } from "../../src/runtime/home/answer-owner-key";
import { json } from "../../src/runtime/reply";
import { readOwnerKey } from "../../src/telephony/read-owner-answer";

/** Run Function widget `owner_choice`: does what a key of the owner's menu asks for, and tells the flow how to go on. */
export const handler = defineFunction(readOwnerKey, async (key, wiring) =>
  json({ ...(await answerOwnerKey(wiring, key)) }),
);
