import type { NumberShape } from "../telephony/number-shape";

/** A word in a number, with hyphens around it and where the country has its gaps: `212-555-ZERO`. */
export function showWord({ national, groups }: NumberShape, start: number, word: string): string {
  const end = start + word.length;
  const gaps = groups.map((_, index) => groups.slice(0, index).reduce((sum, length) => sum + length, 0));
  const cuts = [...gaps.filter((gap) => gap <= start || gap >= end), start, end, national.length];
  const places = [...new Set(cuts)].sort((a, b) => a - b);
  const shown = national.slice(0, start) + word + national.slice(end);
  return places
    .slice(1)
    .map((place, index) => shown.slice(places[index], place))
    .join("-");
}
