/** What a page may load, do and be part of: only what this very host serves, and nobody may show it inside a page of theirs. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "img-src", "connect-src"].map((kind) => `${kind} 'self'`),
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * On every answer of the console. Nothing is kept by a cache: answers hold people's numbers. `x.twil.io` is the same site as each
 * other `*.twil.io`, so resources are for this origin alone.
 * @see https://publicsuffix.org/list/ (twil.io is not on it)
 */
export const ANSWER_HEADERS = {
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
} as const;

/**
 * On every page. They are why Functions serve the pages: an Asset cannot have headers of its own, and `frame-ancestors` is
 * ignored in a `<meta>` element.
 * @see https://www.w3.org/TR/CSP3/#meta-element
 */
export const PAGE_HEADERS = {
  ...ANSWER_HEADERS,
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "X-Frame-Options": "DENY",
} as const;
