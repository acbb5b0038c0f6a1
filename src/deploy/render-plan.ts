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

/** What a terminal shows of a plan: things of a kind that fare alike in one line, what changes about others below them. */
export function renderPlan(changes: readonly Change[]): string {
  const active = changes.filter(isActive);
  const kept = changes.filter((change) => !isActive(change)).map((change) => ({ ...change, details: [] }));
  return [
    ...renderChanges(active),
    ...renderChanges(kept),
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

function renderChanges(changes: readonly Change[]): string[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { action, kind, details } = change;
    const key = JSON.stringify([action, kind, details.length === 0 ? "" : change.name]);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()].flatMap(renderGroup);
}

function renderGroup(group: readonly Change[]): string[] {
  const [{ action, kind, details } = { action: "leave", kind: "", details: [] } as const] = group;
  const names = group.map(({ name }) => name).join(", ");
  return [`  ${SIGNS[action]} ${kind} ${names}`, ...details.map((detail) => `      ${detail}`)];
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
