import type { Rule } from "../facts";

/** Everyone who gets this far may leave a message. */
export const voicemail: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: () => ({ action: "voicemail", reason: "may leave a message" }),
};
