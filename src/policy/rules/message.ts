import type { Rule } from "../facts";

/** Whoever gets here hears the line's message, and the call ends. */
export const message: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: ({ line }) => ({ action: "message", say: line.message, reason: "not on any list of this line" }),
};
