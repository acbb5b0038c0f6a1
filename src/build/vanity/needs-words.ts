import type { Line, Policy } from "../../policy/line";

/** Whether anything in a policy may lead to a number being spelled: its section, a line's rule, or a choice of a menu. */
export function needsWords({
  lines,
  office,
  vanity,
}: Pick<Policy, "office" | "vanity"> & {
  readonly lines: Readonly<Record<string, Pick<Line, "rules">>>;
}): boolean {
  const entries = Object.values(office?.menus ?? {}).flatMap((menu) => menu.entries);
  return (
    vanity !== undefined ||
    Object.values(lines).some(({ rules }) => rules.includes("vanity")) ||
    entries.some(({ to }) => to.kind === "vanity")
  );
}
