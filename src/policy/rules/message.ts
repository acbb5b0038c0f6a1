import type { Rule } from "../facts";

/**
 * Whoever gets here hears the line's message, and the call ends. While the allow list cannot be read everybody gets here,
 * those on it too: then a message is taken, so that no wanted call is lost.
 */
export const message: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: ({ line }, _lists, unreadable) => {
    const mayBeListed = line.rules.includes("allowlist") && unreadable.includes("allowlist");
    return mayBeListed
      ? { action: "voicemail", reason: "may be on the allow list, which could not be read" }
      : { action: "message", say: line.message, reason: "not on any list of this line" };
  },
};
