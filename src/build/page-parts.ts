/** A file that a page or a stylesheet asks the browser for. */
export interface PagePart {
  readonly kind: "script" | "link" | "style";
  /** As it is written, such as `vanity.js`. */
  readonly address: string;
}

const SCRIPTS = /<script\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi;
const LINKS = /<link\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)/gi;
const IMPORTS = /(?:@import\s+(?:url\(\s*)?|\burl\(\s*)["']?([^"')\s]+)/gi;

/** What a page has loaded before it runs: its scripts, and its stylesheets, icons and the like. */
export function pageParts(html: string): PagePart[] {
  return [...addressesIn(html, SCRIPTS, "script"), ...addressesIn(html, LINKS, "link")];
}

/** What a stylesheet has loaded besides. What stands in it as data, or in the page itself, is not asked for. */
export function styleParts(css: string): PagePart[] {
  return addressesIn(css, IMPORTS, "style").filter(({ address }) => !/^(data:|#)/.test(address));
}

/** Whether an address leads to another host, as those of a content delivery network do. */
export function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

function addressesIn(text: string, pattern: RegExp, kind: PagePart["kind"]): PagePart[] {
  return [...text.matchAll(pattern)].map(([, address = ""]) => ({ kind, address }));
}

/** The page with a version behind each address that `versionOf` knows, so that no cache mixes what belongs to two builds. */
export function stampParts(html: string, versionOf: (address: string) => string | undefined): string {
  const stamp = (tag: string, address: string) => {
    const version = versionOf(address);
    return version === undefined || /[?#]/.test(address)
      ? tag
      : tag.replace(address, `${address}?v=${version}`);
  };
  return html.replace(SCRIPTS, stamp).replace(LINKS, stamp);
}
