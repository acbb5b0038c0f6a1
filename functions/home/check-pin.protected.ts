import { defineFunction } from "../../src/runtime/define-function";
import { checkPin } from "../../src/runtime/home/check-pin";
import { json } from "../../src/runtime/reply";
import { readPinAnswer } from "../../src/telephony/read-owner-answer";

/** Run Function widget `check_pin`: tells the flow whether the caller has entered the owner's PIN. */
export const handler = defineFunction(readPinAnswer, async (answer, wiring) =>
  json({ ...(await checkPin(wiring, answer)) }),
);
