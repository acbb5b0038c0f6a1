import { isOpen } from "../../../../src/policy/office/is-open";
import type { OfficeState } from "../../../../src/policy/office/office-state";
import { parseOfficeState } from "../../../../src/store/parse-office-state";
import { NOON } from "../samples";
import { AUTO, EVENING, OFFICE_HOURS } from "./samples";

const NEW_YORK = "America/New_York";
const CHRISTMAS = Date.parse("2026-12-25T15:00:00Z");
const SATURDAY = Date.parse("2026-01-03T15:00:00Z");

const night: OfficeState = { mode: "night", departments: {} };
const day: OfficeState = { mode: "day", departments: {} };

test.each<[string, boolean, OfficeState, number, typeof OFFICE_HOURS | undefined]>([
  ["in its hours", true, AUTO, NOON, OFFICE_HOURS],
  ["after them", false, AUTO, EVENING, OFFICE_HOURS],
  ["at the weekend", false, AUTO, SATURDAY, OFFICE_HOURS],
  ["on a holiday", false, AUTO, CHRISTMAS, OFFICE_HOURS],
  ["without hours, at any time", true, AUTO, EVENING, undefined],
  ["by night, in its hours", false, night, NOON, OFFICE_HOURS],
  ["by night, without hours", false, night, NOON, undefined],
  ["by day, on a holiday", true, day, CHRISTMAS, OFFICE_HOURS],
  [
    "on night itself, the office on day",
    false,
    { ...day, departments: { finance: "night" } },
    NOON,
    undefined,
  ],
  [
    "on day itself, the office on night",
    true,
    { ...night, departments: { finance: "day" } },
    EVENING,
    OFFICE_HOURS,
  ],
  [
    "on auto itself, the office on night",
    true,
    { ...night, departments: { finance: "auto" } },
    NOON,
    OFFICE_HOURS,
  ],
  ["another on night", true, { ...AUTO, departments: { service: "night" } }, NOON, OFFICE_HOURS],
  ["by night until later", false, { ...night, until: NOON + 1 }, NOON, OFFICE_HOURS],
  ["by night until now", true, { ...night, until: NOON }, NOON, OFFICE_HOURS],
  [
    "its own mode until now",
    false,
    { ...AUTO, departments: { finance: "day" }, until: EVENING },
    EVENING,
    OFFICE_HOURS,
  ],
])("%s: open is %s", (_name, expected, state, now, hours) => {
  expect(isOpen({ hours }, { id: "finance", state, now, timezone: NEW_YORK })).toBe(expected);
});

test.each<[string, Record<string, unknown>, OfficeState]>([
  ["nothing", {}, AUTO],
  ["a mode", { mode: "night" }, night],
  ["a mode in capitals, with a blank", { mode: " Night " }, night],
  ["no mode", { mode: "closed" }, AUTO],
  [
    "departments",
    { mode: "day", departments: { finance: "night", x: 1, y: "no" } },
    { mode: "day", departments: { finance: "night" } },
  ],
  ["a list of departments", { departments: ["night"] }, AUTO],
  [
    "until an instant",
    { mode: "night", until: "2026-01-06T09:00:00Z" },
    { ...night, until: Date.parse("2026-01-06T09:00:00Z") },
  ],
  // The end of the fifth of January in New York, five hours behind UTC.
  [
    "until a day, to its end there",
    { mode: "night", until: "2026-01-05" },
    { ...night, until: Date.parse("2026-01-06T05:00:00Z") },
  ],
  ["until no time at all", { mode: "night", until: "soon" }, night],
])("the switch holds %s", (_name, data, expected) => {
  expect(parseOfficeState(data, NEW_YORK)).toEqual(expected);
});
