import type { Policy } from "../src/policy/line";
import { MAIN_MENU } from "../src/policy/office/office";
import { lineTitle } from "./line-title";

/** Where a caller is told what a number spells, in words; undefined when that is nowhere. */
export function whereSpelled({ lines, office }: Pick<Policy, "lines" | "office">): string | undefined {
  const line = Object.values(lines).find(({ rules }) => rules.includes("vanity"));
  if (line !== undefined) return `the line ${lineTitle(line)}`;
  const entries = Object.entries(office?.menus ?? {}).flatMap(([menu, { entries }]) =>
    entries.flatMap(({ key, to }) => (to.kind === "vanity" ? [{ menu, key }] : [])),
  );
  const [first] = entries;
  if (first === undefined) return undefined;
  return first.menu === MAIN_MENU
    ? `key ${first.key} of the menu`
    : `key ${first.key} of the menu ${first.menu}`;
}
