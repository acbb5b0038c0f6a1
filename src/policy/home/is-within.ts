import { type Hours, type TimeRange, WEEKDAYS, type Weekday, type WeeklyRange } from "../../telephony/hours";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a clock on the wall shows. `date` is `YYYY-MM-DD`, `minute` counts since midnight. */
interface LocalTime {
  readonly date: string;
  readonly day: Weekday;
  readonly minute: number;
}

/**
 * Whether an instant lies in one of the stretches, by the clock on the wall there: what is set to 7:00 ends at 7:00, on
 * the days on which the clock is changed too. A stretch begins on its day, and may reach into the next; the exception of
 * a date takes the place of the stretches that would begin on it.
 * @param now epoch milliseconds. @param timezone IANA name
 */
export function isWithin(hours: Hours, now: number, timezone: string): boolean {
  const today = localTime(now, timezone);
  const yesterday = dayBefore(today);
  const { minute } = today;
  return (
    rangesOn(today, hours).some(({ from, to }) => from <= minute && (minute < to || to <= from)) ||
    rangesOn(yesterday, hours).some(({ from, to }) => to <= from && minute < to)
  );
}

/** As `isWithin`, without exceptions. */
export function isWithinWeekly(weekly: readonly WeeklyRange[], now: number, timezone: string): boolean {
  return isWithin({ weekly, exceptions: {} }, now, timezone);
}

/** The date on the wall there, `YYYY-MM-DD`. */
export function localDate(now: number, timezone: string): string {
  return localTime(now, timezone).date;
}

function rangesOn(
  { date, day }: Omit<LocalTime, "minute">,
  { weekly, exceptions }: Hours,
): readonly TimeRange[] {
  const exception = Object.hasOwn(exceptions, date) ? exceptions[date] : undefined;
  return exception ?? weekly.filter(({ days }) => days.includes(day));
}

function localTime(now: number, timezone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ weekday: "short", hour: "2-digit", minute: "2-digit" },
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const { year, month, day, weekday = "", hour, minute } = parts;
  return {
    date: `${year}-${month}-${day}`,
    day: WEEKDAYS.find((name) => name === weekday.toLowerCase()) ?? "sun",
    minute: Number(hour) * 60 + Number(minute),
  };
}

/** By the calendar: the day before may have had 23 or 25 hours. */
function dayBefore({ date, day }: LocalTime): Omit<LocalTime, "minute"> {
  const before = new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
  return { date: before, day: WEEKDAYS[(WEEKDAYS.indexOf(day) + 6) % 7] ?? day };
}
