import { defineCallFunction } from "../../src/runtime/define-call-function";
import { rateCall } from "../../src/runtime/office/rate-call";
import { json } from "../../src/runtime/reply";
import { readRating } from "../../src/telephony/read-rating";

/** Run Function widget `rate`: how a caller was served, by a key. */
export const handler = defineCallFunction(readRating, async (rating, wiring) =>
  json({ ...(await rateCall(wiring, rating)) }),
);
