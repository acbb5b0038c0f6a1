import { type CountryCode, parseE164 } from "../telephony/e164";
import { type PolicyProblem, valueAt } from "./explain-issue";
import { formatFound } from "./problem";

/** The rules that have to do with the home's phone, besides the allow list. The owner has options for an office, too. */
const HOME_RULES = ["owner", "callbacks"];

/**
 * What of the home's phone only the whole file tells: that there is one where lines ring it, and that the line it shows
 * is one of ours. @param lines the keys of the policy's lines, as written
 */
export function checkHome(root: unknown, lines: readonly string[], country: CountryCode): PolicyProblem[] {
  const home = valueAt(root, ["home"]);
  return home === undefined
    ? lines.flatMap((key) => homeless(root, key))
    : checkCallerId(root, lines, country);
}

const SECTION = 'the section "home" in this file, if only { }';

/** A line that rings a home which there is not. */
function homeless(root: unknown, key: string): PolicyProblem[] {
  const line = ["lines", key];
  const to = valueAt(root, [...line, "ring", "to"]);
  const rules = valueAt(root, [...line, "rules"]);
  const needing = valueAt(root, ["office"]) === undefined ? HOME_RULES : ["callbacks"];
  const ruleOfHome =
    rules === "household"
      ? rules
      : Array.isArray(rules) && rules.find((name: unknown) => needing.some((rule) => rule === name));
  return [
    ...(to === "home"
      ? [
          {
            path: [...line, "ring", "to"],
            found: formatFound(to),
            allowed: `a telephone, or with it ${SECTION}`,
          },
        ]
      : []),
    ...(ruleOfHome
      ? [
          {
            path: [...line, "rules"],
            found: formatFound(ruleOfHome),
            allowed: `other rules, or with it ${SECTION}`,
          },
        ]
      : []),
  ];
}

/** Carriers refuse a caller ID that is not ours, and emergency services would call it back in vain. */
function checkCallerId(root: unknown, lines: readonly string[], country: CountryCode): PolicyProblem[] {
  const path = ["home", "callerId"];
  const callerId = valueAt(root, path);
  if (typeof callerId !== "string") return [];
  const number = parseE164(callerId, country);
  const isLine = number !== undefined && lines.some((key) => parseE164(key, country) === number);
  return isLine
    ? []
    : [{ path, found: formatFound(callerId), allowed: `the number of a line: ${lines.join(", ")}` }];
}
