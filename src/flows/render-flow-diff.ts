import type { FlowChange } from "./flow-change";
import { isRecord, listIn } from "./json";
import { shorten, shortenPair } from "./shorten";
import { propertiesOf } from "./states";

/** Changes as people read them: a paragraph to a widget, and one line for all that was only moved on the canvas. */
export function renderFlowDiff(changes: readonly FlowChange[]): string {
  const widgets = [...new Set(changes.flatMap((one) => ("widget" in one ? [one.widget] : [])))];
  const paragraphs = widgets.flatMap((widget) =>
    renderWidget(
      widget,
      changes.filter((one) => "widget" in one && one.widget === widget),
    ),
  );
  const envelope = changes.flatMap((one) => (one.kind === "flow" ? [`  ${difference(one)}`] : []));
  const moved = changes.flatMap((one) => (one.kind === "moved" ? [one.widget] : []));
  return [
    ...paragraphs,
    ...(envelope.length === 0 ? [] : ["the flow itself", ...envelope]),
    ...(moved.length === 0 ? [] : [`moved on the canvas: ${moved.join(", ")}`]),
  ].join("\n");
}

function renderWidget(widget: string, changes: readonly FlowChange[]): string[] {
  const lines = changes.flatMap(renderChange);
  const [whole] = changes.filter(({ kind }) => kind === "added" || kind === "removed");
  if (whole !== undefined) return lines;
  return lines.length === 0 ? [] : [widget, ...lines.map((line) => `  ${line}`)];
}

function renderChange(change: FlowChange): string[] {
  switch (change.kind) {
    case "added":
      return [
        `+ ${change.widget} (${change.type})`,
        ...contentsOf(change.state).map((line) => `    ${line}`),
      ];
    case "removed":
      return [`- ${change.widget} (${change.type})`];
    case "renamed":
      return [`was called ${change.before}`];
    case "exit":
      return [`${change.what}: ${destination(change.before)} → ${destination(change.after)}`];
    case "changed":
      return [difference(change)];
    case "moved":
    case "flow":
      return [];
  }
}

function difference({
  what,
  before,
  after,
}: {
  readonly what: string;
  readonly before?: unknown;
  readonly after?: unknown;
}): string {
  return `${what}: ${shortenPair(before, after).join(" → ")}`;
}

function destination(next: string | null | undefined): string {
  if (next === undefined) return "nothing";
  return next ?? "ends";
}

/** What a new widget does, without its place on the canvas. */
function contentsOf(state: unknown): string[] {
  if (!isRecord(state)) return [];
  const { offset: _place, ...properties } = propertiesOf(state);
  const exits = listIn(state.transitions)
    .filter(isRecord)
    .flatMap(({ event, next }) => (typeof next === "string" ? [`${String(event)} → ${next}`] : []));
  return [...Object.entries(properties).map(([key, value]) => `${key}: ${shorten(value)}`), ...exits];
}
