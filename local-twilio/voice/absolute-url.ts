/** A URL as an absolute one; `base` is empty where nothing can be relative. Undefined when it is none. */
export function absoluteUrl(url: string, base: string): string | undefined {
  const from = base === "" ? undefined : base;
  return URL.canParse(url, from) ? new URL(url, from).href : undefined;
}
