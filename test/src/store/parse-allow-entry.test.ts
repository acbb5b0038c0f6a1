import fc from "fast-check";
import type { AllowEntry } from "../../../src/policy/home/allow-entry";
import { parseAllowEntry } from "../../../src/store/parse-allow-entry";
import { parseHomeState } from "../../../src/store/parse-home-state";
import { LINE } from "../policy/samples";

const locale = { country: "US", timezone: "America/New_York" };
const plain: AllowEntry = {
  ...{ person: "", direction: "both", overrideBedtime: false, primaryContact: false },
};
const evenings = [{ days: ["mon"], from: 17 * 60, to: 19 * 60 }];

// The fields of an earlier system's white list: Person, Number, OverrideBedtime, PrimaryContact; direction and hours are new.
test.each<[string, Record<string, unknown>, object | undefined]>([
  ["an empty entry is a person without a name, both ways", {}, plain],
  ["a person has a name", { person: " Gran " }, { ...plain, person: "Gran" }],
  ["a direction as people type it", { direction: " In" }, { ...plain, direction: "in" }],
  ["a flag that is one", { overrideBedtime: true }, { ...plain, overrideBedtime: true }],
  [
    "a flag in words",
    { overrideBedtime: "yes", primaryContact: "TRUE" },
    { ...plain, overrideBedtime: true, primaryContact: true },
  ],
  ["a flag that is off, in words", { overrideBedtime: "no" }, plain],
  ["hours as text", { hours: "mon 17:00-19:00" }, { ...plain, hours: evenings }],
  ["hours as a list", { hours: ["mon 17:00-19:00"] }, { ...plain, hours: evenings }],
  ["what is blanked out is left out", { direction: "", hours: " ", overrideBedtime: null, until: "" }, plain],
  ["a note is the owner's own", { note: 7, colour: "blue" }, plain],
  ["lines as people write them", { lines: "(212) 555-0100" }, { ...plain, lines: [LINE] }],
  ["an end", { until: "2026-01-04T09:30:00Z" }, { ...plain, until: Date.parse("2026-01-04T09:30:00Z") }],
  ["a direction that is none", { direction: "sideways" }, undefined],
  ["hours that are none", { hours: "evenings" }, undefined],
  ["hours in a list of none", { hours: [] }, undefined],
  ["hours one of which is none", { hours: ["mon 17:00-19:00", 5] }, undefined],
  ["a flag that is none", { overrideBedtime: "perhaps" }, undefined],
  ["an end that is none", { until: "soon" }, undefined],
])("the allow list: %s", (_name, data, entry) => {
  expect(parseAllowEntry(data, locale)).toEqual(entry);
});

test("whatever stands in an item, it is an entry or none", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("person", "direction", "hours", "until", "lines"), fc.anything()),
      (data) => {
        const entry = parseAllowEntry(data, locale);
        expect(entry === undefined || ["in", "out", "both"].includes(entry.direction)).toBe(true);
      },
    ),
  );
});

test.each([
  [{}, {}],
  [{ pausedUntil: "2026-01-04T09:30:00Z" }, { pausedUntil: Date.parse("2026-01-04T09:30:00Z") }],
  [{ callbacksUntil: "2026-01-04T09:30:00Z", x: 1 }, { callbacksUntil: Date.parse("2026-01-04T09:30:00Z") }],
  [{ pausedUntil: "later", callbacksUntil: 5 }, {}],
])("the state of the home's phone: %j", (data, state) => {
  expect(parseHomeState(data)).toEqual(state);
});
