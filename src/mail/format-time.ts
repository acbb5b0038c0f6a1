/** An instant in words, in an IANA timezone: `Monday, January 5, 2026 at 10:00 AM EST`. */
export function formatTime(instant: Date, timezone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    weekday: "long",
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: timezone,
  })
    .format(instant)
    .replace(/\u202f/g, " "); // ICU's narrow space before AM and PM is a box in some mail readers
}
