import type { Finding } from "./provider";

type Data = Readonly<Record<string, unknown>>;

const WORST = 1000;

/** A finding of that score; undefined when it is no whole number from 0 to 1000, for then nothing about it is sure. */
export function scored(score: unknown, level: unknown): Finding | undefined {
  if (typeof score !== "number" || !Number.isInteger(score) || score < 0 || score > WORST) return undefined;
  return { kind: "score", score, level: plainWord(level) };
}

/** What an answer that fits no documented shape comes to. */
export const nonsense = (title: string): Finding => ({
  kind: "unknown",
  why: `${title}'s answer makes no sense`,
});

/** The object in a field; {} where there is none. */
export function objectIn(data: Data, field: string): Data {
  const value = data[field];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** Words go into the call's trace: short ones, and nothing that could be a number of somebody. */
function plainWord(level: unknown): string {
  return typeof level === "string" && /^[A-Za-z][A-Za-z_ ,-]{0,39}$/.test(level) ? level : "";
}
