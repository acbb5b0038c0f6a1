/**
 * Words on a keypad that stand in for a number: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE, PRIVATE, WITHHELD.
 * To a number parser several of them are possible numbers, so they are looked up before any parsing.
 */
const SENTINELS = ["266696687", "7378742833", "2562533", "8656696", "86282452253", "7748283", "94844353"];

/** Twilio sends them with `+`; with `+1` in front they have been seen too. */
const SENTINEL = new RegExp(`^\\+?1?(?:${SENTINELS.join("|")})$`);

/** Twilio: "a string that contains `anonymous`, `unknown`, or other descriptions". */
const WORD = /anonymous|restricted|blocked|unknown|unavailable|private|withheld|no caller id/i;

/** What SIP calls a caller who wishes privacy. @see https://www.rfc-editor.org/rfc/rfc3323#section-4.1.1.3 */
const ANONYMOUS_URI = /^sips?:(?:anonymous@|[^@]*@anonymous\.invalid\b)/i;

/**
 * Tells whether `From` says that the caller's number is withheld or not available. Such callers share these values, so
 * nothing may ever be remembered under one.
 * @see https://www.twilio.com/docs/voice/twiml#request-parameters
 */
export function isWithheld(from: string): boolean {
  const text = from.trim();
  if (/^sips?:/i.test(text)) return ANONYMOUS_URI.test(text);
  if (/^client:/i.test(text)) return false;
  return text === "" || SENTINEL.test(text) || WORD.test(text);
}
