import { type TimeRange, WEEKDAYS, type Weekday, type WeeklyRange } from "./hours";

const MINUTES_OF_DAY = 24 * 60;
/** 24 hours: what begins at midnight and lasts until the next. */
const ALL_DAY: TimeRange = { from: 0, to: MINUTES_OF_DAY };

/**
 * Reads stretches of the week as people write them: `mon-fri 15:00-19:00`, `sat,sun 9:00-20:00`, or without days for
 * every day, several separated by semicolons. `all` stands for the whole day. One that ends at or before its begin ends
 * on the next day. Undefined for what makes no sense.
 */
export function parseHours(text: string): readonly WeeklyRange[] | undefined {
  const parts = text.split(";").map((part) => part.trim());
  const ranges = parts.map(parseWeekly);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

/** Reads stretches of one day: `22:00-08:00`, several separated by semicolons; `all`, or `none`, which is no stretch. */
export function parseTimes(text: string): readonly TimeRange[] | undefined {
  if (/^\s*none\s*$/i.test(text)) return [];
  const ranges = text.split(";").map(parseRange);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function parseWeekly(text: string): WeeklyRange | undefined {
  const [, days = "sun-sat", times = ""] =
    /^(?:([a-z]{3}[a-z,\s-]*?)\s+)?(all|\S+\s*[-–]\s*\S+)$/i.exec(text) ?? [];
  const named = parseDays(days);
  const range = parseRange(times);
  return named === undefined || range === undefined ? undefined : { days: named, ...range };
}

function parseDays(text: string): readonly Weekday[] | undefined {
  const parts = text
    .toLowerCase()
    .split(",")
    .map((part) => parseDayRange(part.trim()));
  if (!parts.every((part) => part !== undefined)) return undefined;
  const named = new Set(parts.flat());
  return WEEKDAYS.filter((day) => named.has(day));
}

/** `sun-thu`, also over the end of the week: `fri-mon`. */
function parseDayRange(text: string): readonly Weekday[] | undefined {
  const [first, last = first, ...rest] = text.split(/\s*-\s*/).map(parseDay);
  if (first === undefined || last === undefined || rest.length > 0) return undefined;
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => WEEKDAYS[(from + index) % 7]).filter(
    (day) => day !== undefined,
  );
}

const parseDay = (text: string): Weekday | undefined => WEEKDAYS.find((day) => day === text);

function parseRange(text: string): TimeRange | undefined {
  if (/^\s*all\s*$/i.test(text)) return ALL_DAY;
  const [from, to, ...rest] = text.split(/[-–]/).map(parseTime);
  if (from === undefined || to === undefined || rest.length > 0 || from === MINUTES_OF_DAY) return undefined;
  return { from, to };
}

/** A time of the day on a clock of 24 hours; `24:00` is its end. */
function parseTime(text: string): number | undefined {
  const [, hours, minutes] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(text) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  const time = Number(hours) * 60 + Number(minutes);
  return time <= MINUTES_OF_DAY ? time : undefined;
}
