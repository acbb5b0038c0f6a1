/** @see https://www.twilio.com/docs/voice/twiml/say "limit of 4096 characters" */
export const LONGEST_SAY = 4096;

/**
 * A text that can be spoken: without control characters and lone surrogates (a caller's name may hold anything, and
 * Twilio's builder throws on what XML forbids), and no longer than Twilio speaks. Line breaks and tabs become spaces.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function speakable(text: string): string {
  const legal = stripped(text.replace(/[\t\n\r]+/g, " "));
  // Cut between the two halves of a character, it leaves one of them.
  return stripped(legal.slice(0, LONGEST_SAY));
}

const stripped = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
