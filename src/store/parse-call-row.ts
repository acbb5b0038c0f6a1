import type { CallRow } from "../policy/call-log";

type Data = Readonly<Record<string, unknown>>;

const TEXTS = ["from", "to", "at", "verdict", "rule", "reason", "disposition", "department"] as const;
const NUMBERS = ["waitSeconds", "talkSeconds", "rating"] as const;

/** A row of the `calls` map as somebody wants to see it: with the words of a hand edit, too, and without what is no word. */
export type ShownCall = Omit<CallRow, "disposition"> & { readonly disposition?: string };

/** The owner edits this map by hand: what cannot be read is left out. */
export function parseCallRow(data: Data): ShownCall {
  const { trace } = data;
  const lines = Array.isArray(trace) ? trace.filter((line) => typeof line === "string") : [];
  return {
    ...picked(data, TEXTS, (value) => typeof value === "string"),
    ...picked(data, NUMBERS, (value) => typeof value === "number" && Number.isFinite(value)),
    ...(lines.length === 0 ? {} : { trace: lines }),
  };
}

function picked(data: Data, names: readonly string[], isRight: (value: unknown) => boolean): Data {
  return Object.fromEntries(names.flatMap((name) => (isRight(data[name]) ? [[name, data[name]]] : [])));
}
