import { spokenNumber } from "../../../telephony/spoken-number";
import type { OwnerOption } from "../owner-step";

/** Puts the last caller on the block list, once the owner has heard the number and confirms it. */
export const block: OwnerOption = {
  key: "6",
  part: "home",
  needs: ["lastCaller"],
  offer: ({ lastCaller }) => (lastCaller === undefined ? undefined : "To block the last caller, press 6."),
  choose: ({ lastCaller: number, country }) => {
    if (number === undefined)
      return {
        do: "menu",
        say: "Nobody with a number has rung this phone lately, so there is nobody to block.",
      };
    const digits = spokenNumber(number, country);
    const say = `The last caller has the number ${digits}. To block this number, press 1. To leave it as it is, press any other key.`;
    return { do: "ask", ask: "block", number, say };
  },
};
