import { impossibleBecause } from "../../telephony/impossible-number";
import { sentence } from "../consequence";
import type { Rule } from "../facts";

/** A number that cannot exist is a forged one. One that is only not assigned may be new: the tables lag behind. */
export const impossible: Rule = {
  needs: [],
  otherwise: "the number can exist, or cannot be asked",
  decide: (screening) => {
    const because = impossibleBecause(screening.caller);
    const { impossible: consequence } = screening.line.evidence;
    return because === undefined ? undefined : sentence(consequence, screening, because);
  },
};
