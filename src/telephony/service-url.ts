const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The address of one of our own paths, for those who are told it: absolute. http only on this machine. */
export function serviceUrl(
  domainName: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const parameters = new URLSearchParams(query).toString();
  const scheme = LOOPBACK.test(domainName) ? "http" : "https";
  return `${scheme}://${domainName}${path}${parameters === "" ? "" : `?${parameters}`}`;
}
