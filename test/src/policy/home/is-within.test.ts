import fc from "fast-check";
import { isWithin, isWithinWeekly, localDate } from "../../../../src/policy/home/is-within";
import { WEEKDAYS } from "../../../../src/telephony/hours";
import { parseHours, parseTimes } from "../../../../src/telephony/parse-hours";

const NEW_YORK = "America/New_York";

const within = (
  text: string,
  instant: string,
  timezone = NEW_YORK,
  exceptions: Record<string, string> = {},
) =>
  isWithin(
    {
      weekly: parseHours(text) ?? [],
      exceptions: Object.fromEntries(
        Object.entries(exceptions).map(([date, times]) => [date, parseTimes(times) ?? []]),
      ),
    },
    Date.parse(instant),
    timezone,
  );

// 2026-01-05 is a Monday. New York changes its clock on 2026-03-08 (2:00 becomes 3:00) and on 2026-11-01 (2:00
// becomes 1:00), the first Sunday of the month. IANA tz database, northamerica, rule US.
test.each([
  ["mon 20:30-07:00", "2026-01-05T20:29:59-05:00", false],
  ["mon 20:30-07:00", "2026-01-05T20:30:00-05:00", true],
  ["mon 20:30-07:00", "2026-01-06T06:59:59-05:00", true],
  ["mon 20:30-07:00", "2026-01-06T07:00:00-05:00", false],
  ["mon 20:30-07:00", "2026-01-05T06:59:00-05:00", false],
  ["sun 20:30-07:00", "2026-01-05T06:59:00-05:00", true],
  ["mon 15:00-19:00", "2026-01-05T15:00:00-05:00", true],
  ["mon 15:00-19:00", "2026-01-05T19:00:00-05:00", false],
  ["tue 15:00-19:00", "2026-01-05T16:00:00-05:00", false],
  ["mon all", "2026-01-05T00:00:00-05:00", true],
  ["mon all", "2026-01-05T23:59:59-05:00", true],
  ["mon all", "2026-01-06T00:00:00-05:00", false],
  ["mon 18:00-24:00", "2026-01-05T23:59:00-05:00", true],
  ["mon 18:00-24:00", "2026-01-06T00:00:00-05:00", false],
  // The night in which an hour is left out: 7:00 by the wall is an hour earlier.
  ["sat 20:30-07:00", "2026-03-08T06:59:59-04:00", true],
  ["sat 20:30-07:00", "2026-03-08T07:00:00-04:00", false],
  ["sun 02:30-04:00", "2026-03-08T01:59:59-05:00", false],
  ["sun 02:30-04:00", "2026-03-08T03:00:00-04:00", true],
  // The night with an hour more: what the wall shows twice counts twice.
  ["sun 01:00-02:00", "2026-11-01T01:30:00-04:00", true],
  ["sun 01:00-02:00", "2026-11-01T01:30:00-05:00", true],
  ["sat 20:30-07:00", "2026-11-01T06:59:59-05:00", true],
  ["sat 20:30-07:00", "2026-11-01T07:00:00-05:00", false],
])("%s at %s in New York: %s", (hours, instant, expected) => {
  expect(within(hours, instant)).toBe(expected);
});

test.each([
  ["2026-12-24T20:30:00-05:00", { "2026-12-24": "23:00-09:00" }, false],
  ["2026-12-24T23:00:00-05:00", { "2026-12-24": "23:00-09:00" }, true],
  ["2026-12-25T08:59:00-05:00", { "2026-12-24": "23:00-09:00" }, true],
  ["2026-12-31T23:00:00-05:00", { "2026-12-31": "none" }, false],
  ["2027-01-01T01:00:00-05:00", { "2026-12-31": "none" }, false],
  // An exception is about what begins on its date: the night before goes on into it.
  ["2026-12-31T06:00:00-05:00", { "2026-12-31": "none" }, true],
  ["2027-01-01T12:00:00-05:00", { "2027-01-01": "all" }, true],
])("the exception of a date at %s with %j: %s", (instant, exceptions, expected) => {
  expect(within("20:30-07:00", instant, NEW_YORK, exceptions)).toBe(expected);
});

test.each([
  ["Asia/Kolkata", "2026-01-05T16:00:00Z", "21:30-21:31", true],
  ["Pacific/Chatham", "2026-01-05T10:15:00Z", "00:00-00:01", true],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z", "01:30-02:00", true],
])("%s at %s within %s: %s", (timezone, instant, hours, expected) => {
  expect(within(hours, instant, timezone)).toBe(expected);
});

test("a stretch and the rest of the day never overlap, and leave nothing out", () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const now = fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-12-31") });
  fc.assert(
    fc.property(minute, minute, now, (from, to, instant) => {
      fc.pre(from !== to);
      const one = isWithinWeekly([{ days: WEEKDAYS, from, to }], instant, NEW_YORK);
      const other = isWithinWeekly([{ days: WEEKDAYS, from: to, to: from }], instant, NEW_YORK);
      expect(one).toBe(!other);
    }),
  );
});

test("localDate() is the date on the wall", () => {
  expect(localDate(Date.parse("2026-01-05T04:59:59Z"), NEW_YORK)).toBe("2026-01-04");
  expect(localDate(Date.parse("2026-01-05T05:00:00Z"), NEW_YORK)).toBe("2026-01-05");
});
