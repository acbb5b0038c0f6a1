import type { UncompiledLine } from "../config/read-policy";
import type { RuleName } from "../policy/line";
import type { MenuTarget, Office } from "../policy/office/office";
import type { Project } from "./project";

/** What besides a line says whom its callers may reach. */
export type RingFacts = Pick<Project, "office" | "reputation">;

/** The rules after which none is ever reached, since they decide about every caller. */
const DECIDE_ABOUT_ALL: readonly RuleName[] = ["challenge", "voicemail", "message", "menu", "vanity"];
/** The rules that ring for some callers. */
const RING: readonly RuleName[] = ["contacts", "forwardlist", "allowlist", "owner", "callbacks"];

/** The rules that some caller may reach. */
export function reachedRules({ rules }: Pick<UncompiledLine, "rules">): readonly RuleName[] {
  const last = rules.findIndex((rule) => DECIDE_ABOUT_ALL.includes(rule));
  return last === -1 ? rules : rules.slice(0, last + 1);
}

/** Whether any caller can make a line ring somewhere. */
export function canRing(line: UncompiledLine, facts: RingFacts): boolean {
  return reachedRules(line).some(
    (rule) =>
      RING.includes(rule) ||
      (rule === "callername" && line.evidence.callername.some(({ then }) => then === "ring")) ||
      (rule === "menu" && menuRings(line, facts.office)) ||
      (challenges(rule, line, facts) && passesRing(line)),
  );
}

/** Whether who gives a name, or presses the digits, is let through. */
const passesRing = ({ challenge: { kind, onPass } }: UncompiledLine): boolean =>
  kind === "name" || onPass === "ring";

/** Whether a rule may ask a caller for digits or a name. */
function challenges(
  rule: RuleName,
  { withheld, evidence }: UncompiledLine,
  { reputation }: RingFacts,
): boolean {
  switch (rule) {
    case "challenge":
    case "attestation":
      return true;
    case "withheld":
      return withheld === "challenge";
    case "neighbour":
    case "impossible":
      return evidence[rule] === "challenge";
    case "country":
      return evidence.country.then === "challenge";
    case "callername":
      return evidence.callername.some(({ then }) => then === "challenge");
    case "reputation":
      return reputation?.unknown === "challenge";
    default:
      return false;
  }
}

/** Whether a line's menu, or one that it leads to, rings a department; so does the operator, in any of them. */
function menuRings(line: UncompiledLine, office: Office | undefined): boolean {
  if (office === undefined) return false;
  return office.operator !== undefined || menuTargets(line, office).some(({ kind }) => kind === "department");
}

/** Wherever a line's menu leads, or one that it leads to. */
export function menuTargets({ menu }: Pick<UncompiledLine, "menu">, office: Office): MenuTarget[] {
  return menusFrom(menu, office).flatMap((id) => targetsOf(office, id));
}

function menusFrom(first: string, office: Office): readonly string[] {
  const menus = [first];
  for (const id of menus)
    for (const target of targetsOf(office, id))
      if (target.kind === "menu" && !menus.includes(target.menu)) menus.push(target.menu);
  return menus;
}

function targetsOf({ menus }: Office, id: string): MenuTarget[] {
  return (menus[id]?.entries ?? []).map(({ to }) => to);
}
