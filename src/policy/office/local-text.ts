import type { Locale, LocalText } from "./office";

/**
 * A text for a caller: in the caller's language, else in the office's first, else in any. Undefined when nothing is written.
 * @param languages the office's; the first one stands in
 */
export function textIn(
  text: LocalText | undefined,
  locale: Locale,
  languages: readonly Locale[],
): string | undefined {
  if (text === undefined) return undefined;
  const inOrder = [text[locale], ...languages.map((language) => text[language]), ...Object.values(text)];
  return inOrder.find((written) => written !== undefined && written !== "");
}
