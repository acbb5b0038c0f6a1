/**
 * Text that stays one line of a mail header: callers choose their own CNAM, so CR, LF and the other control
 * characters become spaces, and nothing is longer than a subject should be.
 */
export function oneLine(text: string, longest = 120): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}
