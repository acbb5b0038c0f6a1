import { type PolicyProblem, valueAt } from "./explain-issue";
import { formatFound } from "./problem";

/** The settings of rules that say nothing by themselves: without them the rule would silently do nothing. */
const EMPTY_WITHOUT = {
  country: 'with it what the line says: "country": { "only": ["US"] }',
  callername: 'with it what the line says: "callername": [ { "like": "*pharmacy*", "then": "ring" } ]',
} as const;

/** What has no effect in a line by itself: a rule without its settings, a setting without its rule, a name nobody hears. */
export function checkEvidence(root: unknown, key: string): PolicyProblem[] {
  const line = ["lines", key];
  const rules = valueAt(root, [...line, "rules"]);
  const names: readonly unknown[] = Array.isArray(rules) ? rules : [];
  return [
    ...Object.entries(EMPTY_WITHOUT).flatMap(([rule, allowed]) =>
      names.includes(rule) && valueAt(root, [...line, rule]) === undefined
        ? [{ path: [...line, "rules"], found: formatFound(rule), allowed: `other rules, or ${allowed}` }]
        : [],
    ),
    ...SETTINGS.flatMap((rule) => idle(root, [...line, rule], names.includes(rule))),
    ...scoreless(root, line, names),
    ...unheardName(root, line),
  ];
}

const SETTINGS = ["attestation", "neighbour", "impossible", "country", "callername"] as const;

function idle(root: unknown, path: readonly string[], isNamed: boolean): PolicyProblem[] {
  const setting = valueAt(root, path);
  if (setting === undefined || isNamed) return [];
  const allowed = `nothing here, or the rule "${path.at(-1)}" in this line's rules`;
  return [{ path, found: formatFound(setting), allowed }];
}

/** The preset `office` does without a provider; who names the rule means one. */
function scoreless(root: unknown, line: readonly string[], names: readonly unknown[]): PolicyProblem[] {
  if (!names.includes("reputation") || valueAt(root, ["reputation"]) !== undefined) return [];
  const allowed = 'other rules, or with it the section "reputation" in this file, if only { }';
  return [{ path: [...line, "rules"], found: formatFound("reputation"), allowed }];
}

/** The home's phone rings in a conference, where nobody can be asked whether to take a call. */
function unheardName(root: unknown, line: readonly string[]): PolicyProblem[] {
  const path = [...line, "challenge", "kind"];
  const isHome = valueAt(root, [...line, "ring", "to"]) === "home";
  if (!isHome || valueAt(root, path) !== "name") return [];
  return [{ path, found: formatFound("name"), allowed: '"digits", where the line rings "home"' }];
}
