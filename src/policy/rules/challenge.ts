import type { Rule } from "../facts";
import { strangerChallenge, unaskable } from "../stranger-challenge";

/** Everyone who gets this far is asked to press a few digits, or for a name. */
export const challenge: Rule = {
  needs: [],
  otherwise: unaskable,
  decide: (screening) => strangerChallenge(screening, "a stranger, who must prove to be a person"),
};
