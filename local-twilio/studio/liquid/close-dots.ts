const TAG = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;
const DOT = /("[^"]*"|'[^']*')|\s*\.\s*(?!\.)/g;

/**
 * Removes white space round the dots of paths: `widgets. \nmenu.Digits` runs in production flows, so Studio takes it.
 * Quoted texts and ranges (`1..5`) stay as they are.
 */
export function closeDots(template: string): string {
  return template.replace(TAG, (tag) =>
    tag.replace(DOT, (_found, quoted: string | undefined) => quoted ?? "."),
  );
}
