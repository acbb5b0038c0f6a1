import { z } from "zod";
import { parseHours, parseTimes } from "../telephony/parse-hours";

/** Stretches of the week, as people write them. */
export const hours = (example: string) => {
  const allowed = `days and times such as "${example}"`;
  return z.string(allowed).refine((text) => parseHours(text) !== undefined, allowed);
};

/** By dates: the stretches that begin there instead. */
export const exceptions = (example: string) => {
  const allowed = `times such as "${example}", "none" or "all"`;
  const times = z.string(allowed).refine((text) => parseTimes(text) !== undefined, allowed);
  return z.record(date(), z.union([times, z.array(times, allowed)], { error: allowed }));
};

const date = () =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "a date such as 2026-12-24")
    .refine(isDate, "a date of the calendar");

function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
