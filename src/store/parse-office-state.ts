import type { OfficeMode, OfficeState } from "../policy/office/office-state";
import { parseUntil } from "./parse-until";

/** The item of the map `office` that holds the owner's switch. */
export const OFFICE_STATE_KEY = "state";

const MODES: readonly OfficeMode[] = ["auto", "day", "night"];

type Data = Readonly<Record<string, unknown>>;

/**
 * What the item `state` of the map `office` holds. A hand edit that is no mode counts as left out: then the hours decide.
 * An `until` that is no time is passed over, so that the switch itself stays where it was put.
 * @param timezone IANA name of the clocks that an `until` without an offset is meant by
 */
export function parseOfficeState({ mode, departments, until }: Data, timezone: string): OfficeState {
  const end = typeof until === "string" ? parseUntil(until, timezone) : undefined;
  return {
    mode: parseMode(mode) ?? "auto",
    departments: parseDepartments(departments),
    ...(end === undefined ? {} : { until: end }),
  };
}

function parseDepartments(value: unknown): Readonly<Record<string, OfficeMode>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, word]) => {
      const mode = parseMode(word);
      return mode === undefined ? [] : [[id, mode]];
    }),
  );
}

function parseMode(value: unknown): OfficeMode | undefined {
  const word = typeof value === "string" ? value.trim().toLowerCase() : "";
  return MODES.find((mode) => mode === word);
}
