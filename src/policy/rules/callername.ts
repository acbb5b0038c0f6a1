import { sentence } from "../consequence";
import type { Rule, Screening } from "../facts";
import type { CallerNamePattern } from "../line";
import { isLike } from "../name-pattern";
import { ringLine } from "../ring";

/**
 * The caller's name, as Twilio looked it up, decides by the first pattern of the line that it fits. Without the look-up every
 * name is missing.
 */
export const callername: Rule = {
  needs: [],
  otherwise: (screening) =>
    matching(screening) === undefined ? "the caller's name fits no pattern" : "cannot be asked",
  decide: (screening) => {
    const pattern = matching(screening);
    if (pattern === undefined) return undefined;
    const { line, caller } = screening;
    const reason =
      pattern.like === "" ? "has no caller name" : `the caller's name fits ${JSON.stringify(pattern.like)}`;
    return pattern.then === "ring"
      ? ringLine(line, caller, reason)
      : sentence(pattern.then, screening, reason);
  },
};

function matching({ line, callerName = "" }: Screening): CallerNamePattern | undefined {
  return line.evidence.callername.find(({ like }) => isLike(callerName, like));
}
