import { type Hours, WEEKDAYS } from "../telephony/hours";

const DAY_MS = 24 * 3600 * 1000;

/** Whether any stretch begins on one of so many days. @param first the first of them, `YYYY-MM-DD` */
export function opensOn({ weekly, exceptions }: Hours, first: string, days: number): boolean {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => new Date(start + index * DAY_MS)).some((day) => {
    const exception = exceptions[day.toISOString().slice(0, 10)];
    const weekday = WEEKDAYS[day.getUTCDay()];
    const ranges = exception ?? weekly.filter((range) => range.days.some((each) => each === weekday));
    return ranges.length > 0;
  });
}
