/** Whether a text is a URL of that base, and not of a host whose name only begins alike. Hosts have no case. */
export function isUnder(text: string, base: string): boolean {
  return (
    text.slice(0, base.length).toLowerCase() === base.toLowerCase() &&
    /^([/?#]|$)/.test(text.slice(base.length))
  );
}

/** A URL of one base as a URL of another; any other text as it is. */
export function rebase(text: string, from: string, to: string): string {
  return isUnder(text, from) ? to + text.slice(from.length) : text;
}

/** The path of a URL under a base, without its query; undefined for other texts, and where Liquid makes the path. */
export function pathUnder(text: unknown, base: string): string | undefined {
  if (typeof text !== "string" || !isUnder(text, base)) return undefined;
  const [path = ""] = text.slice(base.length).split(/[?#]/);
  return path === "" || path.includes("{") ? undefined : path;
}
