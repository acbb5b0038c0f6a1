import fc from "fast-check";
import { WEEKDAYS } from "../../../src/telephony/hours";
import { parseHours, parseTimes } from "../../../src/telephony/parse-hours";

const at = (hours: number, minutes = 0) => hours * 60 + minutes;

test.each([
  ["mon-fri 15:00-19:00", [{ days: ["mon", "tue", "wed", "thu", "fri"], from: at(15), to: at(19) }]],
  ["sun-thu 20:30-07:00", [{ days: ["sun", "mon", "tue", "wed", "thu"], from: at(20, 30), to: at(7) }]],
  ["sat,sun 9:00-20:00", [{ days: ["sun", "sat"], from: at(9), to: at(20) }]],
  ["fri-mon 8:00-9:00", [{ days: ["sun", "mon", "fri", "sat"], from: at(8), to: at(9) }]],
  ["Mon - Wed, Sat 8:00 - 9:00", [{ days: ["mon", "tue", "wed", "sat"], from: at(8), to: at(9) }]],
  ["22:00-06:00", [{ days: WEEKDAYS, from: at(22), to: at(6) }]],
  ["sun all", [{ days: ["sun"], from: 0, to: at(24) }]],
  ["all", [{ days: WEEKDAYS, from: 0, to: at(24) }]],
  ["mon 18:00-24:00", [{ days: ["mon"], from: at(18), to: at(24) }]],
  [
    "mon 8:00-9:00; tue 9:00-10:00",
    [
      { days: ["mon"], from: at(8), to: at(9) },
      { days: ["tue"], from: at(9), to: at(10) },
    ],
  ],
])("parseHours(%j)", (text, expected) => {
  expect(parseHours(text)).toEqual(expected);
});

test.each([
  ...["", "mon", "mon 8-9", "mon 8:00", "mon 25:00-26:00", "mon 8:60-9:00", "mon-tue-wed 8:00-9:00"],
  ...["monday 8:00-9:00", "mon 24:00-07:00", "mon 8:00-9:00;", "mon 8:00-9:00-10:00", "mo 8:00-9:00"],
  ...["mon, 8:00-9:00", "8am-9am", "none"],
])("parseHours(%j) makes no sense of it", (text) => {
  expect(parseHours(text)).toBeUndefined();
});

test.each([
  ["22:30-09:00", [{ from: at(22, 30), to: at(9) }]],
  [
    "8:00-9:00; 20:00-21:00",
    [
      { from: at(8), to: at(9) },
      { from: at(20), to: at(21) },
    ],
  ],
  ["none", []],
  ["all", [{ from: 0, to: at(24) }]],
  ["sometimes", undefined],
])("parseTimes(%j)", (text, expected) => {
  expect(parseTimes(text)).toEqual(expected);
});

test("any text is read, or refused, at once", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9:;, -]{0,60}$/));
  fc.assert(
    fc.property(text, (any) => {
      for (const { days, from, to } of parseHours(any) ?? []) {
        expect(days.length).toBeGreaterThan(0);
        expect([from >= 0, from < at(24), to >= 0, to <= at(24)]).toEqual([true, true, true, true]);
      }
    }),
  );
});
