/** A tree of words by their keys or letters, its nodes numbered level by level, the root 0. */
export interface Tree {
  /** Which children each node has: bit n for child n. */
  readonly masks: number[];
  /** The number of each node's first child; the others follow it. */
  readonly firstChildren: number[];
  /** The words that end at each node, in the order given. */
  readonly ending: number[][];
}

interface Branch {
  readonly children: Map<number, Branch>;
  readonly ending: number[];
}

/** Grows a tree of paths; path `n` is that of word `n`. */
export function growTree(paths: readonly (readonly number[])[]): Tree {
  const root: Branch = { children: new Map(), ending: [] };
  for (const [word, path] of paths.entries()) branchAt(root, path).ending.push(word);
  return numbered(root);
}

function branchAt(root: Branch, path: readonly number[]): Branch {
  return path.reduce<Branch>((branch, step) => {
    const next = branch.children.get(step) ?? { children: new Map(), ending: [] };
    branch.children.set(step, next);
    return next;
  }, root);
}

function numbered(root: Branch): Tree {
  const masks: number[] = [];
  const firstChildren: number[] = [];
  const ending: number[][] = [];
  const queue = [root];
  for (const branch of queue) {
    const steps = [...branch.children].sort(([a], [b]) => a - b);
    masks.push(steps.reduce((mask, [step]) => mask | (1 << step), 0) >>> 0);
    firstChildren.push(queue.length);
    ending.push(branch.ending);
    for (const [, child] of steps) queue.push(child);
  }
  return { masks, firstChildren, ending };
}
