import { diffValues } from "./diff-values";
import type { FlowChange } from "./flow-change";
import { isRecord, isSameJson, type JsonRecord, listIn } from "./json";

/** The transitions of a widget, and what they are called in messages. */
interface Exit {
  readonly label: string;
  readonly next: string | null;
  readonly transition: JsonRecord;
}

type Pair = readonly [before: Exit | undefined, after: Exit | undefined];

/** Where the exits of a widget lead elsewhere, ask something else, are new, gone or tried in another order. */
export function diffExits(widget: string, before: unknown, after: unknown): FlowChange[] {
  const exits = exitsIn(before);
  const pairs = pairExits(exits, exitsIn(after));
  return [...pairs.flatMap((pair) => diffPair(widget, pair)), ...diffOrder(widget, exits, pairs)];
}

function exitsIn(transitions: unknown): Exit[] {
  return listIn(transitions)
    .filter(isRecord)
    .map((transition) => {
      const { next } = transition;
      return { label: labelOf(transition), next: typeof next === "string" ? next : null, transition };
    });
}

/** An event, and of a split's branch what it asks. */
function labelOf({ event, conditions }: JsonRecord): string {
  const asked = listIn(conditions)
    .filter(isRecord)
    .map(({ type, value }) => `${String(type)} ${String(value)}`);
  return asked.length === 0 ? String(event) : `${String(event)} ${asked.join(" and ")}`;
}

/**
 * In the order of `after`, and what is gone last: exits with the same conditions, else of the same name, else two that
 * lead to the same widget: such a branch asks something else.
 */
function pairExits(before: readonly Exit[], after: readonly Exit[]): Pair[] {
  const left = [...before];
  const found = new Map<Exit, Exit>();
  const isAlike: readonly ((a: Exit, b: Exit) => boolean)[] = [
    (a, b) => a.label === b.label && isSameJson(a.transition.conditions, b.transition.conditions),
    (a, b) => a.label === b.label,
    (a, b) => a.next === b.next && isBranch(a) && isBranch(b),
  ];
  for (const alike of isAlike)
    for (const exit of after) {
      const at = found.has(exit) ? -1 : left.findIndex((was) => alike(was, exit));
      for (const was of at < 0 ? [] : left.splice(at, 1)) found.set(exit, was);
    }
  return [
    ...after.map((exit): Pair => [found.get(exit), exit]),
    ...left.map((was): Pair => [was, undefined]),
  ];
}

const isBranch = ({ transition }: Exit): boolean => transition.conditions !== undefined;

function diffPair(widget: string, [before, after]: Pair): FlowChange[] {
  const what = after?.label ?? before?.label ?? "";
  if (before === undefined || after === undefined)
    return [
      {
        kind: "exit",
        widget,
        what,
        ...(before && { before: before.next }),
        ...(after && { after: after.next }),
      },
    ];
  const changes: FlowChange[] =
    before.next === after.next
      ? []
      : [{ kind: "exit", widget, what, before: before.next, after: after.next }];
  const { next: _was, ...rest } = before.transition;
  const { next: _is, ...others } = after.transition;
  if (before.label !== after.label)
    return [
      ...changes,
      { kind: "changed", widget, what: "branch", before: before.label, after: after.label },
    ];
  const details = diffValues(rest, others, `exit ${what}`);
  return [...changes, ...details.map((one): FlowChange => ({ kind: "changed", widget, ...one }))];
}

/** Studio tries the branches of a split one after another. */
function diffOrder(widget: string, before: readonly Exit[], pairs: readonly Pair[]): FlowChange[] {
  const after = pairs.flatMap(([was, is]) => (was && is?.transition.event === "match" ? [was] : []));
  const ordered = before.filter((exit) => after.includes(exit));
  if (ordered.every((exit, at) => exit === after[at])) return [];
  const labels = (exits: readonly Exit[]) => exits.map(({ label }) => label.replace(/^match /, ""));
  return [
    { kind: "changed", widget, what: "order of branches", before: labels(ordered), after: labels(after) },
  ];
}
