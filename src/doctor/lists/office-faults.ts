import { didYouMean } from "../../config/did-you-mean";
import type { KeptEntry } from "../../lists/entry-change";
import type { Data } from "../../lists/list-definition";
import { isData } from "../../lists/read-entry";
import { OFFICE_MODES } from "../../policy/office/office-state";
import { OFFICE_STATE_KEY, parseOfficeState } from "../../store/parse-office-state";

/** The other items of the map: whose turn it is to ring, and what was decided about a call. */
const OTHERS = /^(turn|call)-/;

/** What in an item of the map `office` counts for nothing: a clause each. @param timezone IANA name */
export function officeFaults({ key, data }: KeptEntry, timezone: string): readonly string[] {
  if (OTHERS.test(key)) return [];
  if (key !== OFFICE_STATE_KEY)
    return [`nothing reads an item of this name${didYouMean(key, [OFFICE_STATE_KEY])}`];
  if (!isData(data)) return ["it is no object"];
  return [...modeFaults(data), ...departmentFaults(data), ...untilFaults(data, timezone)];
}

function modeFaults({ mode }: Data): string[] {
  return mode === undefined || isMode(mode) ? [] : [`"mode" is ${notMode(mode)}`];
}

function departmentFaults({ departments }: Data): string[] {
  if (departments === undefined) return [];
  if (!isData(departments)) return ['"departments" is not { "a department": "night" }'];
  return Object.entries(departments).flatMap(([id, mode]) =>
    isMode(mode) ? [] : [`"departments" has ${JSON.stringify(id)} on ${notMode(mode)}`],
  );
}

function untilFaults({ until }: Data, timezone: string): string[] {
  const isRead = until === undefined || parseOfficeState({ until }, timezone).until !== undefined;
  return isRead ? [] : [`"until" is ${JSON.stringify(until)}, which is no day or time`];
}

/** Asked of the very code that reads it in a call: what it cannot read, it takes for `auto`. */
function isMode(mode: unknown): boolean {
  const departments = { each: mode };
  return parseOfficeState({ departments }, "UTC").departments.each !== undefined;
}

function notMode(mode: unknown): string {
  return `${JSON.stringify(mode)}; allowed: ${OFFICE_MODES.join(", ")}${didYouMean(mode, OFFICE_MODES)}`;
}
