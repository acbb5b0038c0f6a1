import type { Rule } from "../facts";

/** A caller who withholds the number gets what the line says: a challenge, a rejection, or voicemail. */
export const withheld: Rule = {
  needs: [],
  otherwise: ({ caller }) =>
    caller.kind === "withheld"
      ? "withholds the number, but cannot be asked: there is no CHALLENGE_SECRET"
      : "does not withhold the number",
  decide: ({ caller, line, canChallenge }) => {
    if (caller.kind !== "withheld") return undefined;
    const reason = "withholds the number";
    switch (line.withheld) {
      case "challenge":
        return canChallenge ? { action: "challenge", reason } : undefined;
      case "reject":
        return { action: "reject", rejectReason: "rejected", reason };
      case "voicemail":
        return { action: "voicemail", reason };
    }
  },
};
