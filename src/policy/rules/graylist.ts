import type { Rule } from "../facts";
import { lockedBecause, strikesBefore } from "../strikes";

/** A caller with too many strikes is rejected, or only gets to leave a message. This call's own strike does not count. */
export const graylist: Rule = {
  needs: ["graylist"],
  otherwise: "not locked out",
  decide: ({ line, callSid }, { graylist: strikes }) => {
    const because = strikes && lockedBecause(strikesBefore(strikes, callSid), line.strikes);
    if (because === undefined) return undefined;
    const reason = `locked out: ${because}`;
    if (line.strikes.then === "voicemail") return { action: "voicemail", reason };
    return { action: "reject", rejectReason: "rejected", reason };
  },
};
