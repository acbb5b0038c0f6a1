import type { Rule } from "../facts";

/** Everyone who gets this far chooses in the office's menu. */
export const menu: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: () => ({ action: "menu", reason: "chooses in the menu" }),
};
