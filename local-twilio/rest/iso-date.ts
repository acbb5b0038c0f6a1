/** ISO 8601 to the second, as in the examples of Twilio's v1 and v2 APIs. @param instant epoch milliseconds */
export function isoDate(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
