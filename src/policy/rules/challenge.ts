import type { Rule } from "../facts";

/** Everyone who gets this far is asked to press a few digits. */
export const challenge: Rule = {
  needs: [],
  otherwise: "cannot be asked: there is no CHALLENGE_SECRET",
  decide: ({ canChallenge }) =>
    canChallenge ? { action: "challenge", reason: "a stranger, who must prove to be a person" } : undefined,
};
