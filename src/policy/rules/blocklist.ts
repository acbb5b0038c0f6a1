import type { Rule } from "../facts";
import { findPattern, isInScope } from "../list-entries";

/** A caller on the block list, by number or by pattern, is never answered, and so never billed. */
export const blocklist: Rule = {
  needs: ["blocklist", "patterns"],
  otherwise: (screening, { blocklist: own }) =>
    own !== undefined && !isInScope(own, screening)
      ? "on the block list, but no longer or not for this line"
      : "not on the block list",
  decide: (screening, { blocklist: own, patterns }) => {
    const rejected = { action: "reject", rejectReason: "rejected" } as const;
    if (own !== undefined && isInScope(own, screening)) return { ...rejected, reason: "on the block list" };
    const pattern = findPattern(patterns, "blocklist", screening);
    return pattern && { ...rejected, reason: `blocked by the pattern ${pattern.prefix}*` };
  },
};
