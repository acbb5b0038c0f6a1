import type { Line } from "../src/policy/line";

/** What people call a line; one without a name of its own has its number for a name. */
export function lineTitle({ name, number }: Pick<Line, "name" | "number">): string {
  return name === number ? number : `${name} ${number}`;
}
