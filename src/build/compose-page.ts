/** The one layout of all pages that begin with their title. It is no page itself. */
export const LAYOUT = "layout.html";

/** A page as it is written, and what it stands in. */
export interface PageSource {
  /** Such as `pages/vanity.private.html`. */
  readonly file: string;
  readonly source: string;
  /** The text of {@link LAYOUT} in the folder of the pages; undefined when there is none. */
  readonly layout: string | undefined;
}

const TITLED = /^<!-- title: (.+?) -->\s*(.*)$/s;

/**
 * A page as the browser gets it: what begins with `<!-- title: … -->` is put into the layout, in place of `{{title}}` and
 * `{{main}}`; any other page stays as it is. `{{script}}` is the page's own script, `/<page>.js`, if there is one.
 * @throws Error that names the page, when it needs a layout and there is none
 */
export function composePage({ file, source, layout }: PageSource, files: readonly string[]): string {
  const [, title, main = ""] = TITLED.exec(source) ?? [];
  if (title === undefined) return source;
  if (layout === undefined)
    throw new Error(`Cannot build ${file}: it has a title, and there is no ${LAYOUT}`);
  const name = /([^/.]+)\.[^/]*$/.exec(file)?.[1] ?? file;
  const script = files.includes(`${name}.ts`) ? `<script type="module" src="/${name}.js"></script>` : "";
  const parts: Readonly<Record<string, string>> = { title, main: main.trimEnd(), script };
  return layout.replace(/\{\{(\w+)\}\}/g, (whole, part: string) => parts[part] ?? whole);
}
