import { parseObject } from "../../telephony/parse-object";
import { type MenuState, MOST_TURNS, QUESTIONS } from "./menu-state";
import type { Office } from "./office";

/** What a state must fit. */
interface Place {
  readonly office: Pick<Office, "languages" | "menus">;
  /** The menu that callers of the line hear first. */
  readonly menu: string;
}

/**
 * The state that the flow hands back; undefined for anything that `renderMenuState` has not made for this office, the call
 * then begins again: nothing, another office's after a deploy, something damaged on its way.
 */
export function parseMenuState(text: string, place: Place): MenuState | undefined {
  const { asked, locale, path, misses, turn } = parseObject(text);
  const question = QUESTIONS.find((name) => name === asked);
  const language = place.office.languages.find((name) => name === locale);
  const menus = parsePath(path, place);
  const counts = parseMisses(misses, place);
  if (question === undefined || language === undefined || menus === undefined || counts === undefined)
    return undefined;
  if (!isCount(turn) || turn < 1 || turn > MOST_TURNS) return undefined;
  return { asked: question, locale: language, path: menus, misses: counts, turn };
}

function parsePath(value: unknown, { office, menu }: Place): string[] | undefined {
  if (!Array.isArray(value) || value[0] !== menu) return undefined;
  const ids = value.filter((id): id is string => typeof id === "string" && Object.hasOwn(office.menus, id));
  return ids.length === value.length && new Set(ids).size === ids.length ? ids : undefined;
}

function parseMisses(value: unknown, { office }: Place): Record<string, number> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, number] =>
      (entry[0] === "" || Object.hasOwn(office.menus, entry[0])) && isCount(entry[1]),
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
