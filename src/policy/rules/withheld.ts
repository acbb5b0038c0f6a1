import { sentence } from "../consequence";
import type { Rule } from "../facts";
import { unaskable } from "../stranger-challenge";

/** A caller who withholds the number gets what the line says: a challenge, a rejection, or voicemail. */
export const withheld: Rule = {
  needs: [],
  otherwise: (screening) =>
    screening.caller.kind === "withheld"
      ? `withholds the number, but ${unaskable(screening)}`
      : "does not withhold the number",
  decide: (screening) =>
    screening.caller.kind === "withheld"
      ? sentence(screening.line.withheld, screening, "withholds the number")
      : undefined,
};
