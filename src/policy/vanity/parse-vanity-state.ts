import { parseObject } from "../../telephony/parse-object";
import { isVanityNumber } from "../../telephony/read-vanity-number";
import { LOCALES } from "../office/office";
import { MOST_MISSES, MOST_TURNS, QUESTIONS, type VanityState } from "./dialogue-state";

/** More than any state of ours has. */
const LONGEST = 500;

/**
 * The state that the flow hands back; undefined for anything that `renderVanityState` has not made, the call then begins
 * again: nothing, another version's after a deploy, something damaged on its way.
 */
export function parseVanityState(text: string): VanityState | undefined {
  if (text.length > LONGEST) return undefined;
  const { asked, locale, number, isTexted, misses, turn } = parseObject(text);
  const question = QUESTIONS.find((name) => name === asked);
  const language = LOCALES.find((name) => name === locale);
  if (question === undefined || language === undefined || typeof isTexted !== "boolean") return undefined;
  if (!isBetween(misses, 0, MOST_MISSES) || !isBetween(turn, 1, MOST_TURNS)) return undefined;
  const counts = { asked: question, locale: language, isTexted, misses, turn };
  if (number === undefined) return question === "number" ? counts : undefined;
  return typeof number === "string" && isVanityNumber(number) ? { ...counts, number } : undefined;
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
