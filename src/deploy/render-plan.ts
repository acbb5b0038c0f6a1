import type { Action, Change } from "./plan";

const SIGNS: Readonly<Record<Action, string>> = {
  create: "+",
  change: "~",
  remove: "-",
  restore: "<",
  leave: "=",
};
const WORDS: Readonly<Record<Action, string>> = {
  create: "to create",
  change: "to change",
  remove: "to remove",
  restore: "to give back",
  leave: "left as they are",
};

/** What a terminal shows of a plan: what changes line by line, what stays in a word for each kind. */
export function renderPlan(changes: readonly Change[]): string {
  const active = changes.filter(isActive);
  const kept = changes.filter((change) => !isActive(change));
  const lines = active.flatMap(renderChange);
  return [
    ...lines,
    ...renderKept(kept),
    "",
    isNothing(changes) ? "Nothing to change." : countOf(changes),
  ].join("\n");
}

/** Whether a plan does anything. */
export function isNothing(changes: readonly Change[]): boolean {
  return !changes.some(isActive);
}

function isActive({ action }: Change): boolean {
  return action !== "leave";
}

function renderChange({ kind, name, action, details }: Change): string[] {
  return [`  ${SIGNS[action]} ${kind} ${name}`, ...details.map((detail) => `      ${detail}`)];
}

/** Things that stay are many and dull: one line a kind. */
function renderKept(kept: readonly Change[]): string[] {
  const kinds = [...new Set(kept.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const names = kept.filter((one) => one.kind === kind).map(({ name }) => name);
    return `  ${SIGNS.leave} ${kind} ${names.join(", ")}`;
  });
}

/** Such as `2 to create, 1 to change, 14 left as they are`. */
function countOf(changes: readonly Change[]): string {
  const actions = Object.keys(WORDS).filter((action): action is Action => action in WORDS);
  return actions
    .map((action) => ({ action, count: changes.filter((change) => change.action === action).length }))
    .filter(({ count }) => count > 0)
    .map(({ action, count }) => `${count} ${WORDS[action]}`)
    .join(", ");
}
