import { sentence } from "../consequence";
import type { Rule } from "../facts";
import { isNeighbour } from "../neighbour-number";

/** A stranger whose number has our area code and exchange gets what the line says: such numbers are the ones most forged. */
export const neighbour: Rule = {
  needs: [],
  otherwise: "no neighbour of this line, or cannot be asked",
  decide: (screening) => {
    const { caller, line } = screening;
    const isNear = caller.kind === "number" && isNeighbour(caller.number, line.number);
    const reason = "has the area code and exchange of this line";
    return isNear ? sentence(line.evidence.neighbour, screening, reason) : undefined;
  },
};
