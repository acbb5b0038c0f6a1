import type { Screening } from "./facts";
import type { Consequence } from "./line";
import { strangerChallenge } from "./stranger-challenge";
import type { Verdict } from "./verdict";

/**
 * What a rule of evidence makes of a caller that it holds something against; undefined, so that the next rule decides,
 * where the caller should be asked for something and cannot be.
 */
export function sentence(
  consequence: Consequence,
  screening: Screening,
  reason: string,
): Verdict | undefined {
  switch (consequence) {
    case "challenge":
      return strangerChallenge(screening, reason);
    case "reject":
      return { action: "reject", rejectReason: "rejected", reason };
    case "voicemail":
      return { action: "voicemail", reason };
  }
}
