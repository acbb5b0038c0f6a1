/** An instant as a terminal shows it, in an IANA timezone: `2026-01-05 10:15`; what is no instant as it is. */
export function terminalTime(instant: string, timezone: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return instant;
  // Swedes write dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: timezone,
  });
  return format.format(time);
}
