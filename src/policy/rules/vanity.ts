import type { Rule } from "../facts";

/** Everyone who gets this far is told what a number spells. */
export const vanity: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: () => ({ action: "vanity", reason: "is told what a number spells" }),
};
