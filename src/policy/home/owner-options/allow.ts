import { spokenNumber } from "../../../telephony/spoken-number";
import type { OwnerOption } from "../owner-step";

/** Puts the last refused caller on the allow list, once the owner has heard the number and confirms it. */
export const allow: OwnerOption = {
  key: "5",
  part: "home",
  needs: ["lastRefused"],
  offer: ({ lastRefused }) =>
    lastRefused === undefined ? undefined : "To allow the last caller who was refused, press 5.",
  choose: ({ lastRefused: number, country }) => {
    if (number === undefined)
      return { do: "menu", say: "No caller with a number was refused lately, so there is nobody to allow." };
    const digits = spokenNumber(number, country);
    const say = `The last caller who was refused has the number ${digits}. To let this number ring the phone, press 1. To leave it as it is, press any other key.`;
    return { do: "ask", ask: "allow", number, say };
  },
};
