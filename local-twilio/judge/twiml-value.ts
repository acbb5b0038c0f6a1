import type { ValueKind } from "./twiml-grammar";

/** Why a value breaks its kind; undefined when it does not. */
export function judgeValue(kind: ValueKind, value: string): string | undefined {
  if (kind === "string") return undefined;
  if (kind === "number") return /^-?\d+$/.test(value) ? undefined : "is not an integer";
  if (kind === "boolean")
    return value === "true" || value === "false" ? undefined : "is neither true nor false";
  if ("listOf" in kind) return judgeList(kind.listOf, value);
  return kind.oneOf.includes(value) ? undefined : `is not one of ${shorten(kind.oneOf)}`;
}

function judgeList(kind: ValueKind, value: string): string | undefined {
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  return words.map((word) => judgeValue(kind, word)).find((problem) => problem !== undefined);
}

function shorten(words: readonly string[]): string {
  return words.length <= 8 ? words.join(", ") : `${words.slice(0, 8).join(", ")}, … (${words.length})`;
}
