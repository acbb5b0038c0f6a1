import type { Difference } from "./flow-change";
import { isRecord, isSameJson, type JsonRecord, listIn } from "./json";

/** Where two values of JSON differ, as deep down as can be told; nothing when they are equal. */
export function diffValues(before: unknown, after: unknown, what: string): Difference[] {
  if (isSameJson(before, after)) return [];
  if (isRecord(before) && isRecord(after)) return diffRecords(before, after, what);
  const [was, is] = [byKey(before), byKey(after)];
  if (was === undefined || is === undefined) return [differenceOf(before, after, what)];
  const inside = diffRecords(was, is, what);
  if (inside.length > 0) return inside;
  return [{ what: `order of ${what}`, before: keysIn(before), after: keysIn(after) }];
}

function diffRecords(before: JsonRecord, after: JsonRecord, what: string): Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before, after].map((one) => (Object.hasOwn(one, key) ? one[key] : undefined));
    return diffValues(was, is, what === "" ? key : `${what}.${key}`);
  });
}

function differenceOf(before: unknown, after: unknown, what: string): Difference {
  return { what, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function keysIn(list: unknown): unknown[] {
  return listIn(list).map((one) => (isRecord(one) ? one.key : one));
}

/** A list of `{ key, … }`, as Studio has parameters and variables, as a record; undefined for other lists. */
function byKey(list: unknown): JsonRecord | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((one: unknown): [string, unknown] | undefined => {
    if (!isRecord(one) || typeof one.key !== "string") return undefined;
    const { key, ...rest } = one;
    return [key, Object.keys(rest).join() === "value" ? rest.value : rest];
  });
  const named = entries.filter((entry) => entry !== undefined);
  const isKeyed = named.length === list.length && new Set(named.map(([key]) => key)).size === list.length;
  return isKeyed ? Object.fromEntries(named) : undefined;
}
