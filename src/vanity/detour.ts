import { boundOf, grow, type PartialRoute, sibling, startRoute } from "./partial-route";
import { IMPOSSIBLE, type Paths } from "./paths";
import type { Choice } from "./span";

/** A way to spell a number, and what it earns. */
export interface Route {
  readonly words: readonly Choice[];
  readonly points: number;
}

/** What is looked for. */
export interface Wish {
  readonly choice: Choice;
  readonly isFine: (words: readonly Choice[]) => boolean;
}

/** How much longer to look: many words of a long number may share what offends. */
export interface Patience {
  steps: number;
}

/**
 * The best route through a word that is fine, when the best of all is not. The most promising part of a route is always gone
 * on with first: so the first that is whole and fine is the best.
 */
export function detour(paths: Paths, { choice, isFine }: Wish, patience: Patience): Route | undefined {
  const { from, to } = paths.terrain;
  const open: Open[] = [];
  const add = (route: PartialRoute) => open.push({ route, bound: boundOf(paths, route) });
  add(startRoute(paths, choice));
  for (; patience.steps > 0; patience.steps--) {
    const best = takeBest(open);
    if (best === undefined || best.bound <= IMPOSSIBLE / 2) return undefined;
    const { route, bound } = best;
    const beside = sibling(paths, route);
    if (beside !== undefined) add(beside);
    if (route.left > from || route.right < to) grow(paths, route).forEach(add);
    else if (isFine(route.words)) return { words: route.words, points: bound };
  }
  return undefined;
}

interface Open {
  readonly route: PartialRoute;
  readonly bound: number;
}

function takeBest(open: Open[]): Open | undefined {
  let first = 0;
  for (let index = 1; index < open.length; index++)
    if ((open[index]?.bound ?? IMPOSSIBLE) > (open[first]?.bound ?? IMPOSSIBLE)) first = index;
  return open.splice(first, 1)[0];
}
