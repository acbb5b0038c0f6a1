/**
 * Whether a name fits a pattern, in any case and however spaced: `*` stands for anything. The empty pattern fits a missing
 * name. It takes time in proportion to the name, whatever the pattern.
 */
export function isLike(name: string, pattern: string): boolean {
  const text = plain(name);
  const [first = "", ...rest] = plain(pattern).split("*");
  if (rest.length === 0) return text === first;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

const plain = (text: string): string => text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
