import type { Rule } from "../facts";

/**
 * Whoever gets here hears the line's message, and the call ends. Where it cannot be read whether somebody is on the allow
 * list, or calls back after an emergency call, a message is taken, so that no wanted call is lost.
 */
export const message: Rule = {
  needs: [],
  otherwise: "always matches",
  decide: ({ line }, _lists, untold) => {
    const wanted = WANTED.find(({ rule, fact }) => line.rules.includes(rule) && untold.includes(fact));
    return wanted === undefined
      ? { action: "message", say: line.message, reason: "not on any list of this line" }
      : { action: "voicemail", reason: wanted.reason };
  },
};

const WANTED = [
  { rule: "allowlist", fact: "allowlist", reason: "may be on the allow list, which could not be read" },
  {
    rule: "callbacks",
    fact: "home",
    reason: "may call back after an emergency call, which could not be read",
  },
] as const;
