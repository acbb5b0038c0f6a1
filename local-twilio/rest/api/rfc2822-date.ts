/** A date as api.twilio.com writes it, `Thu, 30 Jul 2015 20:00:00 +0000`; null for no date. */
export function rfc2822Date(instant: number | undefined): string | null {
  if (instant === undefined) return null;
  // An HTTP date is the same but for the zone.
  return new Date(instant).toUTCString().replace("GMT", "+0000");
}
