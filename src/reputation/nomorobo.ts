import { nonsense } from "./finding";
import type { AddOnProvider } from "./provider";

/**
 * Nomorobo Spam Score: `score` is 1 for a robocaller and 0 for anybody else, so all or nothing.
 * @see https://www.twilio.com/docs/voice/tutorials/block-spam-calls
 */
export const nomorobo: AddOnProvider = {
  kind: "addOn",
  title: "Nomorobo",
  addOn: "nomorobo_spamscore",
  read: ({ score }) => {
    if (score !== 0 && score !== 1) return nonsense("Nomorobo");
    return { kind: "score", score: score * 1000, level: score === 1 ? "robocaller" : "" };
  },
};
