import { nonsense, scored } from "./finding";
import type { AddOnProvider } from "./provider";

/**
 * Icehook Scout: `risk_level` from 0 to 100, of which a tenfold is our scale, and `risk_rating` in words. A tutorial reads
 * `spam_rating`; Scout's own description of its response has no such field.
 * @see https://www.scout.tel/documentation/using-twilio-lookup-addon
 */
export const icehook: AddOnProvider = {
  kind: "addOn",
  title: "Icehook",
  addOn: "icehook_scout",
  read: ({ risk_level: level, risk_rating: rating }) => {
    const isWhole = typeof level === "number" && Number.isInteger(level);
    return (isWhole ? scored(level * 10, rating) : undefined) ?? nonsense("Icehook");
  },
};
