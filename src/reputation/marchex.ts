import { nonsense, objectIn, scored } from "./finding";
import type { AddOnProvider } from "./provider";

/**
 * Marchex Clean Call: a recommendation, BLOCK or PASS, with a reason, one `result` deeper than other add-ons have theirs.
 * @see https://www.twilio.com/docs/voice/tutorials/block-spam-calls
 */
export const marchex: AddOnProvider = {
  kind: "addOn",
  title: "Marchex",
  addOn: "marchex_cleancall",
  read: (result) => {
    const { recommendation, reason } = objectIn(result, "result");
    const score = SCORES.get(recommendation);
    return scored(score, reason) ?? nonsense("Marchex");
  },
};

const SCORES = new Map<unknown, number>([
  ["PASS", 0],
  ["BLOCK", 1000],
]);
